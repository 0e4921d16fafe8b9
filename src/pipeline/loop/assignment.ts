import type { Conversation } from '../../agent/conversation.ts';
import type { Finding } from '../../finding.ts';
import type { RunState } from '../../report/run.ts';
import type { Places } from '../../workspace/places.ts';
import type { Step as Line } from '../told/story.ts';
import type { Judgement } from './judgement.ts';

/** Work that one coder does and one reviewer judges: a step of the plan, or the whole. */
export type Assignment = Readonly<{
  /** Id of the step, empty for the whole. */
  step: string;
  title: string;
  /** Where it is done and looked at. */
  places: Pick<Places, 'clone' | 'snapshot' | 'bring' | 'withhold' | 'extract' | 'digest' | 'materialise'>;
  /** Tree that its work is judged against. */
  origin: string;
  /** The task file, with the step where it is one. */
  taskFile: string;
  coder: Conversation;
  reviewer: Conversation;
  /** What was found before it began. */
  findings: readonly Finding[];
  /** Findings as they are on that tree, for those that code itself can tell. */
  recheck: (findings: readonly Finding[], tree: string, round: number) => Promise<readonly Finding[]>;
  /** Begins a line of the run's progress. */
  begin: (text: string) => Line;
  /** Tells of the work as a whole; a step has nothing to tell there. */
  show: (part: Partial<RunState>) => void;
  /** A round was judged. */
  onJudged: (judgement: Judgement, told: Readonly<{ pivoted: boolean; seconds: number }>) => void;
}>;

/** `S2.` before the ids of what is found in a step. */
export function prefixOf({ step }: Pick<Assignment, 'step'>): string {
  return step === '' ? '' : `${step}.`;
}
