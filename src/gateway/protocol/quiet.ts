/** Joins two characters without being seen. */
const WORD_JOINER = '\u2060';

/**
 * What makes OpenCode ask again, or shorten the conversation and ask again, wherever it stands in an error, whatever the
 * error's status: an amount of $1,500 is as good as a status of 500 to it.
 */
const PROMPTS_TO_ASK_AGAIN = [
  /429|50[0234]|524/u,
  /rate[ _-]?(?:limit|increased)|too[ _]many|overloaded|unavailable|exhausted|capacity/iu,
  /internal[ _-]|server[ _-]|provider[ _-]returned|upstream/iu,
  /terminated|fetch|network|connect|socket|hang up|reset|getaddrinfo|enotfound|eai_again|econn|etimedout|time[ d]*out/iu,
  /\b(?:re)?try /iu,
  /too (?:long|large)|exceed|context|maximum|longer than|greater than|reduce the length|token limit/iu,
];

/** The same words to a reader, and none of those on which OpenCode asks again. Source: OpenCode's own list. */
export function quiet(message: string): string {
  return PROMPTS_TO_ASK_AGAIN.reduce(
    (said, prompt) =>
      said.replaceAll(
        new RegExp(prompt.source, `${prompt.flags}g`),
        (found) => `${found.slice(0, 1)}${WORD_JOINER}${found.slice(1)}`,
      ),
    message,
  );
}
