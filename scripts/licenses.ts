import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const NODE_MODULES = '/node_modules/';
const LICENSE_FILE = /^(?:licen[cs]e|notice|copying)(?:[.-].*)?$/i;

const Manifest = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string(),
  author: z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)]).optional(),
});

/** The licences, as one text, of the packages that these bundled modules come from. */
export async function licensesOf(modules: readonly string[]): Promise<string> {
  const folders = new Set(modules.map(packageFolderOf).filter((folder) => folder !== null));
  const sections = await Promise.all([...folders].map(licenseSection));
  return sections.toSorted().join(`\n${'-'.repeat(80)}\n\n`);
}

/** `@scope/name` or `name` of the package a module belongs to; null for the project's own. */
export function packageNameOf(module: string): string | null {
  const folder = packageFolderOf(module);
  return folder === null ? null : folder.slice(folder.lastIndexOf(NODE_MODULES) + NODE_MODULES.length);
}

function packageFolderOf(module: string): string | null {
  const start = module.lastIndexOf(NODE_MODULES);
  if (start === -1) return null;
  const [first = '', second = ''] = module.slice(start + NODE_MODULES.length).split('/');
  return module.slice(0, start) + NODE_MODULES + (first.startsWith('@') ? `${first}/${second}` : first);
}

async function licenseSection(folder: string): Promise<string> {
  const manifest = Manifest.parse(JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')));
  const files = (await readdir(folder)).filter((file) => LICENSE_FILE.test(file)).toSorted();
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  if (texts.length === 0)
    texts.push(`Copyright ${manifest.author ?? `the authors of ${manifest.name}`}. The package holds no licence text.`);
  const body = texts.map((text) => `${text.replaceAll('\r\n', '\n').trim()}\n`).join('\n');
  return `${manifest.name} ${manifest.version} (${manifest.license})\n\n${body}`;
}
