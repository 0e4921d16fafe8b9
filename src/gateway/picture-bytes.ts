import { isRecord } from '../text/is-record.ts';

/**
 * Characters of a body that are the content of pictures, which no tokeniser reads as text. They are looked for where the
 * protocols have them and nowhere else: what only looks like a picture counts as the text that it may be.
 */
export function pictureBytes(body: unknown): number {
  if (!isRecord(body)) return 0;
  const messages = [body['messages'], body['input'], body['contents']].flatMap(listed);
  return messages.reduce(sum(inMessage), 0);
}

/** A message, or the result of a tool that stands in the place of one. */
function inMessage(message: unknown): number {
  if (!isRecord(message)) return 0;
  return [message['content'], message['parts'], message['output']].flatMap(listed).reduce(sum(inPart), 0);
}

function inPart(part: unknown): number {
  if (!isRecord(part)) return 0;
  const { type, image_url: image, source, inlineData, functionResponse, content } = part;
  switch (type) {
    case 'image_url':
    case 'input_image':
      return address(isRecord(image) ? image['url'] : image);
    case 'image':
      return isRecord(source) ? data(source['media_type'], source['data']) : 0;
    case 'tool_result':
      return listed(content).reduce(sum(inPart), 0);
    case undefined:
      if (isRecord(functionResponse)) return listed(functionResponse['parts']).reduce(sum(inPart), 0);
      return isRecord(inlineData) ? data(inlineData['mimeType'], inlineData['data']) : 0;
    default:
      return 0;
  }
}

function address(url: unknown): number {
  return typeof url === 'string' && /^data:image\//i.test(url) ? url.length : 0;
}

function data(mime: unknown, content: unknown): number {
  return typeof mime === 'string' && /^image\//i.test(mime) && typeof content === 'string' ? content.length : 0;
}

function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function sum(count: (item: unknown) => number): (total: number, item: unknown) => number {
  return (total, item) => total + count(item);
}
