/** What a token of code is reckoned as. */
const CHARACTERS_A_TOKEN = 4;

/** Tokens of a text, reckoned. */
export function tokensOf(text: string): number {
  return Math.ceil(text.length / CHARACTERS_A_TOKEN);
}

/** Characters that so many tokens have room for. */
export function charactersOf(tokens: number): number {
  return tokens * CHARACTERS_A_TOKEN;
}
