import { stripVTControlCharacters } from 'node:util';
import type { FailureCategory } from '../../../failure.ts';
import type { Ended } from '../../../sandbox/sandbox.ts';
import type { Fault } from '../../agent.ts';
import type { Transcript } from './transcript.ts';

export type Outcome = Readonly<{ kind: 'done'; recovered: Fault | null }> | Readonly<{ kind: 'failed'; fault: Fault }>;

export type Ending = Readonly<{
  transcript: Transcript;
  /** Null while the process is not known to be gone. */
  ended: Ended | null;
  /** Why the turn was ended; null for one that ended by itself. */
  struck: Fault | null;
  /** Lines that could not be read. */
  unread: number;
}>;

/** Tells what became of a turn by every sign that its process gave; one of them alone is never enough. */
export function outcomeOf({ transcript, ended, struck, unread }: Ending): Outcome {
  const error = transcript.error();
  if (struck !== null) {
    if (isWhole(transcript)) return { kind: 'done', recovered: struck };
    return { kind: 'failed', fault: error !== null && struck.category === 'stalled' ? error : struck };
  }
  if (error !== null) return { kind: 'failed', fault: error };
  if (ended === null || !endedWell(ended, transcript)) return failed('runtime-crashed', crashed(ended));
  const reason = transcript.finish();
  if (reason === null) return failed('runtime-crashed', `OpenCode ended in the middle of a turn${beside(unread)}.`);
  // Not everybody who is done has something to say.
  return outcomeOfReason(reason) ?? { kind: 'done', recovered: null };
}

/** True once the answer is there, whether or not the process has ended. */
function isWhole(transcript: Transcript): boolean {
  return transcript.error() === null && transcript.finish() === 'stop';
}

/** True once nothing is to come but the end of the process. */
export function isOver(transcript: Transcript): boolean {
  return transcript.error() !== null || isWhole(transcript);
}

function endedWell({ exitCode }: Ended, transcript: Transcript): boolean {
  return exitCode === 0 || (exitCode === 1 && transcript.mended());
}

/** Null for the one reason that a model gives when it has said everything. */
function outcomeOfReason(reason: string): Outcome | null {
  switch (reason) {
    case 'stop':
      return null;
    case 'length':
      return failed('bad-output', 'The answer was cut off at the model’s output limit.');
    case 'content-filter':
      return failed('content-filter', 'The provider’s filter ended the answer.');
    case 'tool-calls':
      return failed(
        'bad-output',
        'The turn ended after a tool call and without an answer, as it does when one is refused.',
      );
    default:
      return failed('bad-output', `The model’s answer ended for a reason that is not known: ${reason}.`);
  }
}

function failed(category: FailureCategory, message: string): Outcome {
  return { kind: 'failed', fault: { category, message } };
}

function beside(unread: number): string {
  return unread === 0 ? '' : `; ${unread} of its lines could not be read`;
}

function crashed(ended: Ended | null): string {
  if (ended === null) return 'OpenCode could not be ended.';
  const how = ended.signal === null ? `with exit code ${ended.exitCode}` : `by ${ended.signal}`;
  const said = lastWords(ended.output);
  return `OpenCode ended ${how}${said === '' ? ' in the middle of a turn.' : `: ${said}`}`;
}

/** What it printed for people; its log stands between. */
function lastWords(output: string): string {
  const lines = stripVTControlCharacters(output)
    .split('\n')
    .map((line) => line.trim());
  return lines
    .filter((line) => line !== '' && !line.startsWith('timestamp='))
    .slice(-3)
    .join(' ');
}
