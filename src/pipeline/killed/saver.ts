import { asFailure } from '../../failure.ts';
import { logLine } from '../../text/sinks.ts';
import type { Dependencies } from '../dependencies.ts';
import type { Site, Underway } from '../site/site.ts';
import type { Story } from '../told/story.ts';
import { forgetRun, saveRun, type Safe, type SavedWork } from './saved-run.ts';

/** Writes down what is known of the run, so that another process can end it should this one be killed. */
export type Saver = Readonly<{
  /** Called once the run may work, before anything of it shows; from then on what the story tells is saved too. */
  begin: () => Promise<void>;
  /** From here on there is work to save. */
  prepared: (site: Site) => Promise<void>;
  /** The run was ended; called before its directories are removed. */
  end: () => Promise<void>;
}>;

/** Milliseconds between two writings of what the story tells. */
const INTERVAL = 1000;

export function createSaver(story: Story, deps: Pick<Dependencies, 'log' | 'programs'> & Safe): Saver {
  let work: Omit<SavedWork, 'steps'> | null = null;
  let underway: Site['underway'] = new Map();
  let goesOn = false;
  let timer: NodeJS.Timeout | null = null;
  let writing: Promise<void> = Promise.resolve();

  const withSteps = (): SavedWork | null =>
    work === null
      ? null
      : { ...work, steps: [...underway.values()].toSorted((left, right) => numberOf(left) - numberOf(right)) };
  // A run that cannot be written down goes on all the same: it is needed only after a kill.
  const save = async (): Promise<void> => {
    try {
      const state = story.state();
      await saveRun({ version: 1, invocation: state.invocation, story: state, work: withSteps() }, deps);
    } catch (error) {
      if (goesOn) deps.log(logLine(`Should this run be killed, its work is lost: ${asFailure(error).message}`));
      goesOn = false;
    }
  };
  const saveNext = (): Promise<void> => (writing = writing.then(save));
  story.onChange(() => {
    if (!goesOn || timer !== null) return;
    timer = setTimeout(() => {
      timer = null;
      void saveNext();
    }, INTERVAL);
    timer.unref();
  });
  return {
    async begin() {
      goesOn = true;
      await saveNext();
    },
    async prepared({ settings, place, origin, checks, unfinished, modesAsked, workspace, ...site }) {
      underway = site.underway;
      const { baseline, marked } = workspace;
      work = {
        settings,
        place,
        origin,
        checks,
        unfinished,
        modesAsked,
        baseline,
        marked: marked(),
        programs: deps.programs,
      };
      await saveNext();
    },
    async end() {
      goesOn = false;
      if (timer !== null) clearTimeout(timer);
      await writing;
      await forgetRun(deps);
    },
  };
}

/** `S12` after `S9`: the order of the plan, in which steps are merged. */
function numberOf({ id }: Underway): number {
  return Number(id.replace(/^\D+/, ''));
}
