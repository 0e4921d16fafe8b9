import type { Forge } from '../forge/forge.ts';
import type { TextEdit } from '../forge/history.ts';
import type { CommandName, Invocation } from './trigger.ts';

/** Milliseconds before an event in which an edit may not have been seen by who set it off. */
const WINDOW = 10 * 60_000;
/** Accounts that are asked about. */
const ASKED_AT_MOST = 5;

/** Commands of which the text of the issue is the task where they have no words of their own. */
const WORKING: ReadonlySet<CommandName> = new Set(['fix', 'auto', 'plan']);

/**
 * Why the title or description is not to be worked by, null when it is: somebody who may not ask for work changed it so
 * shortly before that whoever asked may have read another one. The event has the text as it was then, so later edits do
 * not matter.
 */
export async function refusalOfEdits(
  { command, instruction, target, event, actor }: Invocation,
  { forge, mayAsk }: Readonly<{ forge: Pick<Forge, 'editsOf' | 'self'>; mayAsk: (login: string) => Promise<boolean> }>,
): Promise<string | null> {
  if (target.kind === 'repository' || instruction !== null || event.at === null || !WORKING.has(command)) return null;
  const asked = Date.parse(event.at);
  const fresh = (await forge.editsOf(target.number)).filter(({ at, by }) => {
    const before = asked - Date.parse(at);
    return before >= 0 && before < WINDOW && (by === null || by !== actor?.login);
  });
  if (fresh.length === 0) return null;
  const self = await forge.self();
  const editors = [...new Set(fresh.map(({ by }) => by))].filter((by) => by !== self);
  for (const [at, by] of editors.entries()) {
    if (by !== null && at < ASKED_AT_MOST && (await mayAsk(by))) continue;
    const edits = fresh.filter((edit) => edit.by === by);
    return refusal(target.number, edits[0]);
  }
  return null;
}

function refusal(number: number, edit: TextEdit | undefined): string {
  const until = edit === undefined ? '' : new Date(Date.parse(edit.at) + WINDOW).toISOString().slice(0, 16);
  const who =
    edit?.by === null || edit === undefined ? 'an account that is gone' : 'an account without write permission';
  return (
    `The ${edit?.what ?? 'text'} of #${number} was changed by ${who} less than ten minutes before this was asked for, so it may ` +
    `not be what was read. Look at it, then ask again after ${until.replace('T', ' ')} UTC, or with \`fix\` and your own words.`
  );
}
