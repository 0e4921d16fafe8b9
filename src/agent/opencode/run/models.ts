import { join } from 'node:path';
import { z } from 'zod';
import { Failure } from '../../../failure.ts';
import { prepareHome } from '../configuration.ts';
import { modelInfo, type Catalogue } from '../models.ts';
import type { OpenCodeOptions } from '../opencode.ts';
import { runEnvironment } from './environment.ts';
import { openOutputFile } from './output-file.ts';

/** Milliseconds. */
const LIST_TIMEOUT = 30_000;

const price = z.object({
  input: z.number(),
  output: z.number(),
  cache: z.object({ read: z.number().exactOptional(), write: z.number().exactOptional() }).exactOptional(),
});

const listedModel = z.object({
  id: z.string(),
  providerID: z.string(),
  api: z.object({ id: z.string().exactOptional() }).exactOptional(),
  cost: price
    .extend({
      tiers: z.array(price.extend({ tier: z.object({ size: z.number() }) })).exactOptional(),
      experimentalOver200K: price.exactOptional(),
    })
    .exactOptional(),
  limit: z.object({ context: z.number().exactOptional(), output: z.number().exactOptional() }).exactOptional(),
  options: z.record(z.string(), z.unknown()).exactOptional(),
  capabilities: z.object({ input: z.object({ image: z.boolean().exactOptional() }).exactOptional() }).exactOptional(),
});

type ListedModel = z.infer<typeof listedModel>;

/** Asks `opencode models` what there is. A Failure (`runtime-crashed`) says what it printed when it could not. */
export async function listModels(options: OpenCodeOptions): Promise<Catalogue> {
  const models = readModelList(await printedList(options));
  const { preferred } = options.access;
  const standard =
    preferred === null ? undefined : standardModel(models.filter((model) => model.providerID === preferred));
  return {
    models: new Map(
      models.map((model) => {
        const name = nameOf(model);
        return [name, modelInfo(name, model)] as const;
      }),
    ),
    standard: standard === undefined ? null : nameOf(standard),
  };
}

async function printedList({ binary, sandbox, home, env, access, onLine }: OpenCodeOptions): Promise<string> {
  const own = join(home, 'models');
  await prepareHome(own);
  await using output = await openOutputFile(home);
  const child = sandbox.start({
    file: binary,
    args: ['models', '--verbose'],
    cwd: own,
    env: runEnvironment({ home: own, directory: own, role: 'reviewer' }, { env, access }),
    timeout: LIST_TIMEOUT,
    outputFile: output.handle,
    ...(onLine === undefined ? {} : { onLine }),
  });
  const ended = await child.ended;
  const parts: Uint8Array[] = [];
  await output.read((bytes) => parts.push(Uint8Array.from(bytes)));
  const printed = Buffer.concat(parts).toString('utf8');
  if (ended.exitCode === 0 && !ended.timedOut) return printed;
  throw new Failure(
    'runtime-crashed',
    `OpenCode did not start: ${ended.output.trim().split('\n').slice(-3).join(' ') || 'no output'}`,
    { hint: 'Run it again; if it stays so, the run’s log has what OpenCode printed.' },
  );
}

/** Models of a list in which each name is followed by its description as indented JSON. */
export function readModelList(printed: string): readonly ListedModel[] {
  return [...printed.matchAll(/^\{\r?\n.*?^\}/gms)].flatMap(([description]) => {
    const { data } = listedModel.safeParse(parsed(description));
    return data === undefined ? [] : [data];
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Names that OpenCode 1.18 prefers, the later the more; the list does not say which model it would take by itself. */
const PREFERRED = ['gpt-5', 'claude-sonnet-4', 'big-pickle', 'gemini-3-pro'] as const;

/** What OpenCode takes by itself: a preferred name before others, a latest version before dated ones, then the last by its id. */
export function standardModel(models: readonly ListedModel[]): ListedModel | undefined {
  const rank = ({ id }: ListedModel): number => PREFERRED.findIndex((name) => id.includes(name));
  const isLatest = ({ id }: ListedModel): number => (id.includes('latest') ? 1 : 0);
  const byId = (left: ListedModel, right: ListedModel): number => (left.id < right.id ? 1 : -1);
  return models.toSorted(
    (left, right) => rank(right) - rank(left) || isLatest(right) - isLatest(left) || byId(left, right),
  )[0];
}

function nameOf({ providerID, id }: ListedModel): string {
  return `${providerID}/${id}`;
}
