/** Null for what is no JSON; a broken manifest is for the project's own tools to report. */
export function parseJson(text: string | null): unknown {
  try {
    return JSON.parse(text?.replace(/^\uFEFF/, '') ?? 'null');
  } catch {
    return null;
  }
}
