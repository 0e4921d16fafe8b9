import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { rolldown, type PreRenderedChunk } from 'rolldown';
import { licensesOf, packageNameOf } from './licenses.ts';
import { root } from './root.ts';

/** Programs by name: what the runner starts, the gateway's own process, and what runs a program inside a network namespace. */
const ENTRIES: Readonly<Record<string, string>> = {
  main: 'src/main.ts',
  post: 'src/post.ts',
  gateway: 'src/gateway/process.ts',
  bridge: 'src/sandbox/bridge/inside.ts',
};

const NO_ARCHIVES = join(root, 'scripts/no-archives.ts');

/** Bundles the Action into a folder: one file an entry, one chunk for each part that is loaded lazily, and licenses.txt. */
export async function build(folder: string): Promise<void> {
  const entries = Object.entries(ENTRIES).filter(([, path]) => existsSync(join(root, path)));
  await using bundle = await rolldown({
    cwd: root,
    input: Object.fromEntries(entries),
    platform: 'node',
    transform: { target: 'node24' },
    resolve: { alias: { archiver: NO_ARCHIVES, 'unzip-stream': NO_ARCHIVES } },
    onLog: (level, log) => {
      if (level === 'warn') throw new Error(`The bundler warns: ${log.message}`);
    },
  });
  const { output } = await bundle.write({
    dir: folder,
    format: 'esm',
    minify: false,
    cleanDir: true,
    entryFileNames: '[name].js',
    chunkFileNames: (chunk) => `${chunkName(chunk)}.js`,
  });
  const modules = output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
  await writeFile(join(folder, 'licenses.txt'), await licensesOf(modules));
}

/** Named after the source file or the package, since many packages call their entry `index` or `dist`. */
function chunkName(chunk: PreRenderedChunk): string {
  const id = chunk.facadeModuleId ?? chunk.moduleIds.at(-1);
  if (id === undefined || id.startsWith('\0')) return chunk.name;
  const name = packageNameOf(id) ?? relative(join(root, 'src'), id).replace(/\.ts$/, '');
  return name.replace(/^@/, '').replaceAll('/', '-');
}

if (import.meta.main) await build(process.argv[2] ?? join(root, 'dist'));
