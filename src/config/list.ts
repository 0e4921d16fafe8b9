/** Logins and phrases: one a line or separated by commas. */
export function list(text: string): readonly string[] {
  return split(text, /[\n,]/);
}

/** Globs and commands: one a line, since a comma can be part of them. */
export function lines(text: string): readonly string[] {
  return split(text, /\n/);
}

function split(text: string, separator: RegExp): readonly string[] {
  return text
    .split(separator)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
