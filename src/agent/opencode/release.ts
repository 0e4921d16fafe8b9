/**
 * sha256 of the npm tarball of each platform's package at that version. A platform that is not here is refused: its
 * binary has to be given as `opencode-path`.
 */
export const TARBALL_DIGESTS: Readonly<Record<string, string>> = {
  'opencode-linux-x64': '149a676b59224b196626abda2fdbd34c8329ac326b57c4891ba3de446f3ca3c1',
  'opencode-linux-x64-baseline': '76f56feba203ed24ff855129de316959847b7af0a7095011d2d5145f6988c940',
  'opencode-linux-arm64': '196d0caf1c0553fcd12ef15ff14439ea7e6bc7a4e87ea5238bcb57bbe6e54b93',
  'opencode-darwin-arm64': 'cd2c704ad653137b62992bca2b32383f8daa31b3c9462e566278e1efba07b31d',
  'opencode-darwin-x64': 'e23cf36d4db46214dbf947b7b78bac63d2f0a9e6e987c5d6e47c573d8bb6ff32',
  'opencode-windows-arm64': '20853b3b92e9dc3e9cf9f5867e0f5d0d50506655788e508397e4680271f9ce85',
  'opencode-windows-x64': 'fc76bd4a0f258027594f6a8900e220fd06f7345cb5e67f73dc3b4f53ba3f580e',
};

/** What decides which binary a machine needs. */
export type Machine = Readonly<{
  platform: string;
  arch: string;
  libc: 'glibc' | 'musl' | 'other';
  avx2: boolean;
}>;

/** Name of the npm package with the one binary that the machine needs. */
export function packageFor(machine: Machine): string {
  const system = machine.platform === 'win32' ? 'windows' : machine.platform;
  const baseline = machine.arch === 'x64' && !machine.avx2 ? '-baseline' : '';
  const musl = machine.libc === 'musl' ? '-musl' : '';
  return `opencode-${system}-${machine.arch}${baseline}${musl}`;
}
