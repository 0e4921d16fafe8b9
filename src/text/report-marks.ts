/** What stands before the list of runs at the end of a description. Escaped text holds no HTML comment, so the last one is ours. */
export const LIST_START = '<!-- runs -->';
/** What each description of ours ends with: below it stands what people wrote, and nothing of it is ours. */
export const REPORT_END = '<!-- end of the report -->';
