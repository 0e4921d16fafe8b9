import type { HeldBack } from '../guard/guard.ts';
import { markup, type HtmlText } from '../text/html.ts';
import { codeSpan, details, paragraphs, table } from '../text/markdown.ts';
import { shorten } from '../text/neutral.ts';
import { inline } from '../text/prose.ts';
import type { ChangedFile } from '../workspace/change.ts';
import { type Detail, firstRows } from './detail.ts';
import { count } from './figures.ts';
import type { RunState } from './run.ts';

/** `2 files, +31 −4`. */
export function changeText(state: RunState): string {
  if (state.change === null) return '';
  return `${count(state.change.files.length, 'file')}, +${state.change.added} −${state.change.removed}`;
}

/** Paths that were changed and are not published; empty when there are none. */
export function heldBackSection(state: RunState, detail: Detail): string {
  if (state.heldBack.length === 0) return '';
  const { shown, more } = firstRows(state.heldBack, detail);
  const rows = shown.map((held) => [codeSpan(shorten(held.path, 200)), rule(held), inline(held.reason, detail.text)]);
  return paragraphs(
    `### ${count(state.heldBack.length, 'path')} held back`,
    table([{ title: 'path' }, { title: 'rule' }, { title: 'why' }], rows),
    more,
    `The agent changed this, and it is not ${state.offered === null ? 'on the branch' : 'in the patch'}. If it is wanted, make the change by hand, or allow it with \`scope\` or \`protected-paths\` and run again.`,
    acceptable(state, detail),
  );
}

/** The command for each path that a person may take as it is, with the digest of what is taken. */
function acceptable(state: RunState, detail: Detail): string {
  const offered = whereAccepted(state)
    ? state.heldBack.flatMap(({ path, content }) =>
        content === null ? [] : [acceptCommand(state.phrase, path, content.digest)],
      )
    : [];
  if (offered.length === 0) return '';
  const { shown, more } = firstRows(offered, detail);
  const lines = shown.map((command) => `- ${codeSpan(command)}`).join('\n');
  return paragraphs('Or somebody who may write takes it as it is, byte for byte, with a comment here:', lines, more);
}

/** A person's own pull request is theirs to commit to, and a run without either has no place for a comment. */
function whereAccepted({ publication, invocation }: RunState): boolean {
  const pullRequest = publication?.pullRequest ?? null;
  return pullRequest === null ? invocation.target.kind === 'issue' : pullRequest.own;
}

/** What a person writes to take just that content. */
export function acceptCommand(phrase: string, path: string, digest: string): string {
  return `${phrase} accept ${/[\s"`]/.test(path) ? `"${path}"` : path}@${digest}`;
}

/** The files and the scope they had to stay in, folded. */
export function scopeSection(state: RunState, detail: Detail): string {
  if (state.change === null || !detail.folded) return '';
  const { shown, more } = firstRows(state.change.files, detail);
  const rows = shown.map((file) => [codeSpan(shorten(file.path, 200)), whatHappened(file)]);
  const agent = state.agent === null ? '' : `Worked on by ${inline(state.agent, 120)}.`;
  const base = `Based on ${codeSpan(state.change.base.slice(0, 12))}.`;
  return details(
    scopeSummary(state),
    paragraphs(table([{ title: 'file' }, { title: 'change' }], rows), more, [base, agent].filter(Boolean).join(' ')),
  );
}

/** How the agent was confined; never folded, because it says how far the rest can be trusted. */
export function confinementLine({ confinement, change }: RunState): string {
  return confinement === '' || change === null ? '' : `<sub>${inline(confinement, 400)}</sub>`;
}

function scopeSummary(state: RunState): HtmlText {
  const globs = state.scope.slice(0, 8);
  const besides = state.scope.length > globs.length ? ` and ${state.scope.length - globs.length} more` : '';
  const named = globs.reduce(
    (all, glob, at) => markup`${all}${at === 0 ? '' : ', '}<code>${shorten(glob, 80)}</code>`,
    markup``,
  );
  const within = globs.length === 0 ? 'the whole repository' : markup`${named}${besides}`;
  const held = state.heldBack.length === 0 ? 'nothing held back' : `${count(state.heldBack.length, 'path')} held back`;
  return markup`Scope: ${within}; ${changeText(state)}; ${held}`;
}

function whatHappened(file: ChangedFile): string {
  if (file.status === 'deleted') return 'deleted';
  const renamed = file.renamedFrom === null ? '' : `, renamed from ${codeSpan(shorten(file.renamedFrom, 200))}`;
  return file.status + modeChange(file) + renamed;
}

function modeChange(file: Exclude<ChangedFile, { status: 'deleted' }>): string {
  if (file.mode === '120000' && file.previousMode !== '120000') return ', symbolic link';
  if (file.mode === '160000') return ', submodule';
  if (file.previousMode === null) return file.mode === '100755' ? ', executable' : '';
  return file.mode === file.previousMode ? '' : `, mode ${file.previousMode} → ${file.mode}`;
}

function rule(held: HeldBack): string {
  return inline(held.rule.replaceAll('-', ' '), 60);
}
