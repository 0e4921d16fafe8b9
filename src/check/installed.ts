import type { Setup } from './check.ts';

/** The folder that each installing command fills. */
const FOLDERS: readonly (readonly [command: RegExp, folder: string])[] = [
  [/^(?:npm|pnpm|yarn|bun|corepack)\b/, 'node_modules'],
  [/^(?:uv|poetry|pdm|pip|pip3|python|python3)\b/, '.venv'],
  [/^(?:composer|bundle)\b/, 'vendor'],
];

/** Whether everything that `setup` would install stands in folders that came with the workspace. */
export function comesInstalled(setup: Setup | null, folders: readonly string[]): boolean {
  if (setup === null) return false;
  return setup.commands.every((command) =>
    FOLDERS.some(([pattern, folder]) => pattern.test(command) && folders.includes(folder)),
  );
}
