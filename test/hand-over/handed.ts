import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Manifest } from '../../src/hand-over/manifest.ts';
import type { HandedRecord } from '../../src/pipeline/two-jobs/handed-record.ts';
import { workOn, type Content } from '../publish/change.ts';
import type { LoopbackGitHub } from '../support/github/github.ts';

export const RUN_ID = 4711;

const ROUND: HandedRecord['told']['rounds'][number] = {
  number: 0,
  coderSession: 'ses_coder',
  reviewerSession: 'ses_judge',
  reviewed: true,
  tree: 'a'.repeat(40),
  filesChanged: 1,
  verdict: 'pass',
  openFindings: [],
  resolvedFindings: [],
  brokenChecks: [],
  pivoted: false,
  seconds: 9,
};

/** What the agent's job says of a run that went well, and of which not a word need be true. */
export function goodRecord(change: Partial<HandedRecord['told']> = {}): HandedRecord {
  const check = { name: 'test', command: 'npm test', source: 'script `test` of package.json' };
  const result = { check, status: 'passed', exitCode: 0, seconds: 1, reason: null, tail: '' } as const;
  const told: HandedRecord['told'] = {
    outcome: 'published',
    startedAt: Date.now() - 60_000,
    round: 0,
    maxFixRounds: 3,
    steps: [{ text: 'Review: no finding', state: 'done' }],
    agent: 'opencode 1.18.33 over serve',
    title: 'double and triple are wrong',
    summary: 'Both are mended.',
    reason: null,
    question: null,
    taskFile: '# double and triple are wrong\n',
    plan: null,
    stepReports: [],
    setup: null,
    checks: [{ check, before: result, after: result, effect: 'passes' }],
    rounds: [ROUND],
    findings: [],
    acceptance: [],
    advice: [],
    verdict: 'pass',
    ledger: [
      {
        phase: 'implement',
        role: 'coder',
        model: 'scripted/coder',
        round: 0,
        requests: 3,
        estimated: 0,
        tokens: { input: 1000, output: 100, reasoning: 0, cacheRead: 0, cacheWrite: 0 },
        cost: 0.01,
      },
    ],
    claimed: null,
    judgeModel: null,
    budget: { cost: 5, tokens: 2_000_000, requests: 500 },
    confinement: 'Not confined.',
    notes: [],
    failure: null,
    ...change,
  };
  return { version: 1, told, judged: GOOD_JUDGEMENT, state: null };
}

const GOOD_JUDGEMENT: HandedRecord['judged'] = {
  round: 0,
  thisTree: true,
  verdict: 'pass',
  review: { reviewed: true, voidBecause: null },
  endedBy: null,
  failure: null,
  unfinished: false,
  modesAsked: false,
  definitionsTouched: [],
};

/** A hand-over as its parts, to be altered before it is written. */
export type Handed = {
  manifest: Manifest;
  /** There is no change, and so no manifest. */ bare?: boolean;
  record: unknown;
  blobs: Map<string, Uint8Array>;
};

export async function handedOn(
  github: LoopbackGitHub,
  files: Readonly<Record<string, Content>>,
  options: { base?: string } = {},
): Promise<Handed> {
  const { guarded, read } = await workOn(github, files, options);
  const { change } = guarded;
  const blobs = new Map<string, Uint8Array>();
  const entries: Manifest['files'] = [];
  for (const file of change.files) {
    if (file.status === 'deleted') {
      entries.push({ status: 'deleted', path: file.path });
      continue;
    }
    blobs.set(file.sha256, await read(file.blob));
    const { status, path, mode, size, sha256 } = file;
    entries.push({ status, path, mode, size, sha256 });
  }
  const repository = `${github.owner}/${github.repo}`;
  const { base, tree } = change;
  const manifest: Manifest = { version: 1, repository, run: RUN_ID, base, tree, files: entries, heldBack: [] };
  return { manifest, record: goodRecord(), blobs };
}

/** Another file in it, whatever its name; the tree stays the one that was named. */
export function addFile(handed: Handed, path: string, { text = 'x\n', mode = '100644' } = {}): void {
  const bytes = Buffer.from(text);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  handed.blobs.set(sha256, bytes);
  handed.manifest.files.push({ status: 'added', path, mode, size: bytes.length, sha256 });
}

export async function writeHanded(directory: string, { manifest, record, blobs, bare = false }: Handed): Promise<void> {
  await mkdir(join(directory, 'blobs'), { recursive: true });
  await writeFile(join(directory, 'record.json'), JSON.stringify(record));
  if (bare) return;
  await writeFile(join(directory, 'manifest.json'), JSON.stringify(manifest));
  for (const [name, bytes] of blobs) await writeFile(join(directory, 'blobs', name), bytes);
}
