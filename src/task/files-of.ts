import type { Block } from './document/blocks.ts';
import type { Feature } from './document/document.ts';
import { linesOf } from './document/lines.ts';
import { contextOf } from './given-texts.ts';
import { namedFiles } from './named-files.ts';
import type { TaskOptions } from './task-options.ts';
import { TO_BE_LOCATED, type Task } from './task.ts';

/** What the texts name is to be modified; what nothing but the authority references names is to be looked at. */
export function filesOf(options: TaskOptions, feature: Feature): Pick<Task, 'filesToModify' | 'filesToInspect'> {
  const { files, document = null, invocation } = options;
  const read = (text: string): readonly string[] => namedFiles(text, files).filter((path) => path !== document?.path);
  const sections = Object.entries(feature.sections).flatMap(([name, blocks]) => (name === 'authority' ? [] : blocks));
  const own = read([feature.heading, ...[...sections, ...feature.rest].flatMap(wordsOf)].join('\n'));
  const inspect = linesOf(feature.sections.authority ?? []).flatMap(read);
  const everywhere = contextOf(options, feature).flatMap(({ text }) => read(text));
  const pointedAt = invocation.thread.map(({ path }) => path).filter((path) => files.has(path));
  const modify = [...new Set([...pointedAt, ...everywhere])]
    .filter((path) => !inspect.includes(path) || own.includes(path))
    .toSorted();
  return {
    filesToModify: modify.length > 0 ? modify : [TO_BE_LOCATED],
    filesToInspect: [...new Set(inspect)].filter((path) => !modify.includes(path)),
  };
}

function wordsOf(block: Block): readonly string[] {
  return block.kind === 'items' ? block.items.map(({ text }) => text) : [block.text];
}
