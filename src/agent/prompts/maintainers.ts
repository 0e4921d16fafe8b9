/** What the repository's maintainers tell a role, as a part of its prompt; empty when nothing. */
export function fromMaintainers(instructions: string): string {
  return instructions === '' ? '' : `\n# From the maintainers\n\n${instructions}\n`;
}
