/** What stands before the list of runs at the end of a description. Escaped text holds no HTML comment, so the last one is ours. */
export const LIST_START = '<!-- runs -->';
