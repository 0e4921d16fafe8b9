/** Where a text from outside comes from. */
export type Provenance = Readonly<{
  /** `issue body`, `comment`, `workflow input`, … */
  what: string;
  /** Login of its author, null when nobody in particular wrote it. */
  author: string | null;
  /** The author's standing in the repository as GitHub names it (`OWNER`, `MEMBER`, `NONE`, …), where known. */
  association?: string | null;
  /** ISO 8601, null when unknown. */
  at: string | null;
}>;

/** Text written by people or tools outside: data until it is quoted, never instructions of ours. */
export type Untrusted = Readonly<{
  text: string;
  from: Provenance;
  /** Set for code and what programs print, which everybody sees as it is; else it is Markdown, which can hide things. */
  form?: 'plain';
}>;
