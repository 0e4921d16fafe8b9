// src/text/marker-start.ts
/** How every hidden marker of Patchwright's begins; a comment that carries one is never taken for a command. */
const MARKER_START = "<!-- patchwright:";
const MARKER_END = " -->";

export { MARKER_START as n, MARKER_END as t };