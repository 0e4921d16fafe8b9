/** Logins, globs, phrases: one a line or separated by commas. */
export function list(text: string): readonly string[] {
  return text
    .split(/[\n,]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
