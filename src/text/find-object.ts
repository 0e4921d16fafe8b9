import { isRecord } from './is-record.ts';

/**
 * The JSON object that an answer is or has in it: the text itself, else the last fenced block that parses, else the widest
 * span between braces that does. Nothing is guessed from words.
 */
export function findObject(text: string): unknown {
  const fenced = [...text.matchAll(/```(?:json)?\s*\n([\s\S]*?)\n\s*```/g)].map(([, body = '']) => body).toReversed();
  const [start, end] = [text.indexOf('{'), text.lastIndexOf('}')];
  const candidates = [text, ...fenced, ...(start >= 0 && end > start ? [text.slice(start, end + 1)] : [])];
  return candidates.map(tryParse).find(isRecord);
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
