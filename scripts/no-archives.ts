/**
 * Stands in the bundle for the archive libraries of `@actions/artifact`. What Patchwright hands from job to job is one plain
 * file, so that nothing of an attacker's is ever unpacked, and a megabyte of code is left out.
 */
export default function noArchives(): never {
  throw new Error('The bundle has no archive library.');
}
