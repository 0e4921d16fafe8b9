import { readFile } from 'node:fs/promises';
import type { Machine } from './release.ts';

/** This machine, as far as it decides which binary runs on it. */
export async function thisMachine(): Promise<Machine> {
  return { platform: process.platform, arch: process.arch, libc: libc(), avx2: await hasAvx2() };
}

function libc(): Machine['libc'] {
  if (process.platform !== 'linux') return 'other';
  const report: unknown = process.report.getReport();
  const glibc = JSON.stringify(report).includes('"glibcVersionRuntime"');
  return glibc ? 'glibc' : 'musl';
}

/** Read from the kernel's list; where there is none, processors of the hosted runners are assumed, which have it. */
async function hasAvx2(): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  const processors = await readFile('/proc/cpuinfo', 'latin1').catch(() => null);
  return processors === null || /\bavx2\b/.test(processors);
}
