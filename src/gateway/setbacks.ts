import type { Asked } from './asked.ts';

/** What went wrong with the requests of each session's family, as far as it decides whether to go on. */
export type Setbacks = Readonly<{
  /** An answer was whole. */
  answered: (asked: Asked) => void;
  /** An answer broke off; how often in a row by now. */
  brokeOff: (asked: Asked) => number;
  /** A conversation was too long; true when that was to have been mended just before. */
  overflowed: (asked: Asked) => boolean;
}>;

/** Answers after an overflow that are still those of mending it. */
const AFTER_A_SUMMARY = 3;

export function createSetbacks(): Setbacks {
  const breaks = new Map<string, number>();
  const answersSinceOverflow = new Map<string, number>();
  return {
    answered(asked) {
      const family = familyOf(asked);
      breaks.delete(family);
      const answers = answersSinceOverflow.get(family);
      if (answers !== undefined) answersSinceOverflow.set(family, answers + 1);
    },
    brokeOff(asked) {
      const count = (breaks.get(familyOf(asked)) ?? 0) + 1;
      breaks.set(familyOf(asked), count);
      return count;
    },
    overflowed(asked) {
      const answers = answersSinceOverflow.get(familyOf(asked));
      answersSinceOverflow.set(familyOf(asked), 0);
      return answers !== undefined && answers <= AFTER_A_SUMMARY;
    },
  };
}

function familyOf({ role, family }: Asked): string {
  return `${role} ${family.root ?? ''}`;
}
