import { OPENCODE_VERSION } from '../../../config/opencode-version.ts';
import type { ConfinedProcess } from '../../../sandbox/sandbox.ts';
import type { Agent } from '../../agent.ts';
import { findModel } from '../models.ts';
import type { OpenCodeOptions } from '../opencode.ts';
import { listModels } from './models.ts';
import { openRunSession } from './session.ts';

const CANNOT = [
  'The cost of child sessions is not in OpenCode’s own account; the gateway counts it.',
  'Permission requests cannot be answered; what would ask is denied.',
  'Answers are asked for as data by words alone.',
  'Images are not shown to models; they are named.',
  'Nothing is heard of a tool before it is done, nor of an answer before it is whole.',
  'The steps of a plan are done one after another.',
] as const;

/** OpenCode without a server behind the Agent port: a process for each turn, and a home for each session. */
export async function startRunner(options: OpenCodeOptions): Promise<Agent> {
  const catalogue = await listModels(options);
  const running = new Set<ConfinedProcess>();
  let opened = 0;
  const onStarted = (process: ConfinedProcess): void => {
    running.add(process);
    void process.ended.then(() => running.delete(process));
  };
  return {
    description: `OpenCode ${OPENCODE_VERSION} over run`,
    cannot: CANNOT,
    // Until the first answer it is not known which session a process's requests belong to.
    atOnce: 1,
    open: async (wanted) => {
      opened += 1;
      return openRunSession(wanted, { options, catalogue, name: `session-${opened}`, onStarted });
    },
    findModel: async (model, input) => findModel(model, catalogue, input),
    sweep: () => options.sandbox.sweep([...running].flatMap(({ pid }) => (pid === undefined ? [] : [pid]))),
    pause: options.sandbox.pause,
    [Symbol.asyncDispose]: async () => {
      await Promise.all([...running].map((process) => process.kill()));
      await options.sandbox[Symbol.asyncDispose]();
    },
  };
}
