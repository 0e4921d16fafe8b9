import type { Act, Action } from './action.ts';
import type { ModelRequest } from './request.ts';
import type { Step } from './script.ts';

/** A step that is being played: the prompt by which its requests are known, and how far it has come. */
export type Turn = { readonly step: Step; userMessages: number; prompt: string; next: number; rounds: number };

type Meanwhile = Extract<Action, { kind: 'meanwhile' }>;

export function newTurn(step: Step, request: ModelRequest): Turn {
  return { step, userMessages: userMessages(request), prompt: request.prompt, next: 0, rounds: 0 };
}

export function belongsTo(turn: Turn, request: ModelRequest): boolean {
  return turn.prompt === request.prompt && turn.userMessages === userMessages(request);
}

/** Lets the turn go on behind another prompt. */
export function goOnWith(turn: Turn, request: ModelRequest): void {
  turn.prompt = request.prompt;
  turn.userMessages = userMessages(request);
}

/** What comes next in it, with what happens before that; null when nothing is left. */
export function advance(turn: Turn): { readonly before: readonly Meanwhile[]; readonly action: Act } | null {
  const before: Meanwhile[] = [];
  for (;;) {
    const action = turn.step.does[turn.next];
    if (action === undefined) return null;
    if (action.kind === 'forever') {
      turn.rounds += 1;
      return { before, action: action.next(turn.rounds) };
    }
    turn.next += 1;
    if (action.kind !== 'meanwhile') return { before, action };
    before.push(action);
  }
}

/** True once nothing is left, or once it does for ever what it ends with. */
export function isOver(turn: Turn): boolean {
  return turn.next === turn.step.does.length || turn.rounds > 0;
}

/** True while another prompt, or another session, may go on with it. */
export function outlivesItsPrompt(turn: Turn): boolean {
  return turn.step.survives && turn.next < turn.step.does.length;
}

function userMessages(request: ModelRequest): number {
  return request.messages.filter((message) => message.role === 'user').length;
}
