import { Failure } from '../failure.ts';

/** Each rule that a hand-over is held to, with what it stops. A person is told the name. */
export const HAND_OVER_RULES = {
  missing:
    'there is no hand-over: the agent’s job was cancelled, failed before it could leave one, or left it elsewhere',
  'not-plain-files': 'links, hard links, devices and folders where a plain file belongs',
  'unexpected-file': 'files that the manifest does not name',
  'too-large': 'more bytes than are read',
  'too-many-files': 'more files than are read',
  malformed: 'documents that are not what this version writes',
  'other-run': 'a hand-over of another repository or another workflow run',
  'unsafe-path': 'paths that are not the same file everywhere, or lead elsewhere',
  submodule: 'entries that are neither a file nor a link',
  'colliding-paths': 'a path that is named twice, or stands below another one or below a link',
  'blob-missing': 'contents that the manifest names and that are not there',
  'digest-mismatch': 'contents whose size or digest is not what the manifest says',
  'wrong-base': 'a base commit that the branch does not stand on',
  'tree-mismatch': 'files that do not make the tree that the manifest names',
} as const satisfies Readonly<Record<string, string>>;

export type HandOverRule = keyof typeof HAND_OVER_RULES;

/** A hand-over that is not believed; nothing of it is used. */
export function refused(rule: HandOverRule, what: string, cause?: unknown): Failure {
  return new Failure('bad-input', `The hand-over was refused by the rule \`${rule}\`: ${what}`, {
    hint: 'Nothing of it was used. See what the agent’s job says, and run again.',
    cause,
  });
}
