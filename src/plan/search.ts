import { z } from 'zod';
import { askForData, notInForm, type Read } from '../agent/ask.ts';
import type { Conversation } from '../agent/conversation.ts';
import { asFailure } from '../failure.ts';
import { revealInvisible } from '../text/invisible.ts';
import { shorten } from '../text/neutral.ts';
import { quotePlain } from '../text/quote.ts';
import { fillTemplate } from '../text/template.ts';
import { REPAIR, SEARCH } from './prompts/search.ts';
import { presentFiles } from './relevance.ts';

/** A part of a file that is worth reading first. */
export type Lead = Readonly<{
  path: string;
  lines: Readonly<{ from: number; to: number }>;
  /** One line. */
  why: string;
}>;

export type SearchOptions = Readonly<{
  conversation: Conversation;
  /** The task file, or the step's. */
  task: string;
  boundary: string;
  /** Every file of the tree that is searched. */
  files: readonly string[];
  /** Tree digest of what the searcher looks at, as it is now. */
  digest: () => Promise<string>;
  onActivity: (what: string) => void;
}>;

/** What was found, and why it is nothing where there was trouble. */
export type Searched = Readonly<{ leads: readonly Lead[]; note: string | null }>;

const LEADS_AT_MOST = 5;
const FILES_BUDGET = 4000;

const answer = z.object({
  places: z
    .array(
      z.object({
        path: z.string().max(500),
        from: z.number().int().positive(),
        to: z.number().int().positive(),
        why: z.string().min(1).max(1000),
      }),
    )
    .max(20),
});

/** Looks once for the places that matter. The work can do without them, so no trouble on the way is more than a note. */
export async function search(options: SearchOptions): Promise<Searched> {
  try {
    const before = await options.digest();
    const asked = await ask(options);
    if ((await options.digest()) !== before) return nothing('the searcher changed the files that it looked at.');
    if (asked.kind === 'answer') return { leads: asked.value.slice(0, LEADS_AT_MOST), note: null };
    return nothing(asked.kind === 'none' ? asked.because : asked.problem);
  } catch (error) {
    return nothing(asFailure(error).message);
  }
}

/** Leads as a coder's prompt shows them; empty for none. */
export function presentLeads(leads: readonly Lead[]): string {
  return leads.map(({ path, lines, why }) => `- ${path}:${lines.from}-${lines.to}: ${why}`).join('\n');
}

function nothing(because: string): Searched {
  return { leads: [], note: `The search gave nothing: ${because}` };
}

function ask(options: SearchOptions): ReturnType<typeof askForData<readonly Lead[]>> {
  const { $schema: _, ...schema } = z.toJSONSchema(answer);
  return askForData({
    conversation: options.conversation,
    purpose: { phase: 'plan', round: 0 },
    prompt: fillTemplate(SEARCH, {
      files: quotePlain(
        presentFiles(options.files, options.task, FILES_BUDGET),
        'paths of the repository',
        options.boundary,
      ),
      boundary: options.boundary,
      task: options.task,
    }),
    schema,
    read: (value) => readLeads(value, new Set(options.files)),
    repair: (problem) => fillTemplate(REPAIR, { problem, schema: JSON.stringify(schema) }),
    onActivity: options.onActivity,
  });
}

/** Places in files that exist; the others were invented, and one that is left is worth more than a second request. */
function readLeads(value: unknown, files: ReadonlySet<string>): Read<readonly Lead[]> {
  const result = answer.safeParse(value);
  if (!result.success) return notInForm(result.error);
  const { places } = result.data;
  const leads = places.flatMap(({ path, from, to, why }): readonly Lead[] => {
    const plain = path.replace(/^(?:\.?\/)+/, '');
    if (!files.has(plain)) return [];
    const lines = { from: Math.min(from, to), to: Math.max(from, to) };
    return [{ path: plain, lines, why: shorten(revealInvisible(why.replaceAll(/\s+/g, ' ').trim()), 200) }];
  });
  if (leads.length > 0 || places.length === 0) return { kind: 'valid', value: leads };
  return { kind: 'invalid', readable: true, problem: 'none of the paths exists in the repository.' };
}
