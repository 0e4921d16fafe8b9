/** How every hidden marker of Patchwright's begins; a comment that carries one is never taken for a command. */
export const MARKER_START = '<!-- patchwright:';
export const MARKER_END = ' -->';
