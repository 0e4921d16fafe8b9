import { codeSpan } from '../text/markdown.ts';

/** Sentences with commands that a person can copy. Empty for branch names that a shell would not take as one plain word. */
export const commandsFor = {
  get: (branch: string): string =>
    isPlain(branch) ? `Get it with ${codeSpan(`git fetch origin ${branch} && git switch ${branch}`)}.` : '',
  open: (branch: string, base: string): string =>
    isPlain(branch) && isPlain(base)
      ? `Or open it with ${codeSpan(`gh pr create --head ${branch} --base ${base}`)}.`
      : '',
  merge: (branch: string, into: string): string =>
    isPlain(branch) && isPlain(into)
      ? `Bring it in with ${codeSpan(`git fetch origin && git switch ${into} && git merge origin/${branch}`)}.`
      : '',
} as const;

/** Page on which GitHub opens a pull request between two branches. */
export function compareUrl(repositoryUrl: string, base: string, branch: string): string {
  const encode = (name: string): string => name.split('/').map(encodeURIComponent).join('/');
  return `${repositoryUrl}/compare/${encode(base)}...${encode(branch)}?expand=1`;
}

function isPlain(branch: string): boolean {
  return /^[A-Za-z0-9_][\w./-]*$/.test(branch);
}
