import { z } from 'zod';
import type { FileMode } from '../workspace/change.ts';
import type { RepoPath } from '../workspace/repo-path.ts';

/** What crosses between two jobs is bounded before it is parsed; the guard's own limits come later and are tighter. */
export const LIMITS = {
  manifest: 4 * 1024 * 1024,
  record: 8 * 1024 * 1024,
  files: 5000,
  /** All contents together. */
  contents: 128 * 1024 * 1024,
} as const;

export const MANIFEST_FILE = 'manifest.json';
export const RECORD_FILE = 'record.json';
export const BLOBS = 'blobs';

/** Names of the files that a hand-over may have. */
export const HANDED_NAME = /^(?:manifest\.json|record\.json|blobs\/[0-9a-f]{64})$/;

const ObjectId = z.string().regex(/^[0-9a-f]{40}$/);
const Digest = z.string().regex(/^[0-9a-f]{64}$/);
const text = z.string().max(4096);

const Manifest = z.strictObject({
  version: z.literal(1),
  repository: text,
  /** The workflow run, whose jobs hand over to each other. */
  run: z.int().nonnegative(),
  base: ObjectId,
  tree: ObjectId,
  files: z.array(
    z.discriminatedUnion('status', [
      z.strictObject({
        status: z.enum(['added', 'modified']),
        path: text,
        /** Looked at with the path, so that what is wrong with it has a rule's name. */
        mode: text,
        size: z.int().nonnegative(),
        sha256: Digest,
      }),
      z.strictObject({ status: z.literal('deleted'), path: text }),
    ]),
  ),
  heldBack: z.array(z.strictObject({ path: text, rule: text, reason: text })),
});

export const ManifestSchema = Manifest;
export type Manifest = z.infer<typeof Manifest>;

/** A file of a hand-over after everything that can be known of it alone was looked at. */
export type HandedFile =
  | Readonly<{ status: 'written'; path: RepoPath; mode: Exclude<FileMode, '160000'>; bytes: Uint8Array }>
  | Readonly<{ status: 'deleted'; path: RepoPath }>;

/** A change as one job gives it to another: where it belongs and its bytes. Nothing else of it is believed. */
export type HandedChange = Readonly<{
  base: string;
  /** Tree of the base with just these files changed. */
  tree: string;
  files: readonly HandedFile[];
  /** What the giving job's guard held back and did not hand over. It can only lower what the work is worth. */
  heldBack: readonly Readonly<{ path: string; rule: string; reason: string }>[];
}>;
