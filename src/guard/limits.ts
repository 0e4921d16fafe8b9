import type { Settings } from '../config/settings.ts';
import type { ChangedFile } from '../workspace/change.ts';
import type { Why } from './rule-table.ts';

/** Why the change as a whole is more than a person can look at, null when it is not. */
export function whyTooLarge(
  files: readonly ChangedFile[],
  { maxChangedFiles, maxChangedBytes }: Pick<Settings, 'maxChangedFiles' | 'maxChangedBytes'>,
): Why | null {
  if (files.length > maxChangedFiles) {
    const reason = `The change has ${files.length} files and \`max-changed-files\` is ${maxChangedFiles}; raise it or split the task.`;
    return { rule: 'too-many-files', reason };
  }
  const bytes = files.reduce((sum, file) => sum + (file.status === 'deleted' ? 0 : file.size), 0);
  if (bytes <= maxChangedBytes) return null;
  const kilobytes = Math.ceil(bytes / 1024);
  const limit = Math.floor(maxChangedBytes / 1024);
  const reason = `The change has ${kilobytes} KB and \`max-changed-kilobytes\` is ${limit}; raise it or split the task.`;
  return { rule: 'too-many-bytes', reason };
}
