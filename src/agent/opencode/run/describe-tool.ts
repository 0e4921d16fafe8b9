/** Characters that are shown of what a tool was called with. */
const SHOWN = 80;

/** A tool call in a few words, such as `edit src/a.ts`. */
export function describeTool(tool: string, input: Readonly<Record<string, unknown>>): string {
  const about = [input['filePath'], input['command'], input['pattern'], input['description']].find(
    (value) => typeof value === 'string',
  );
  return typeof about === 'string' ? `${tool} ${about.split('\n')[0]?.slice(0, SHOWN) ?? ''}` : tool;
}
