import type { Octokit } from '@octokit/rest';
import { statusOf } from './attempt.ts';

/** The account that a token acts as. */
export type Identity = Readonly<{
  self: () => Promise<string>;
  /** Tells it the author of something that the token wrote. */
  learn: (login: string) => void;
}>;

const ACTIONS = 'github-actions[bot]';
/** How the tokens of apps begin, `GITHUB_TOKEN` among them. */
const APP_TOKEN = 'ghs_';

export function createIdentity(octokit: Octokit, token: string): Identity {
  let known: Promise<string> | null = null;
  return {
    self: async () => await (known ??= ask(octokit, token)),
    learn(login) {
      known = Promise.resolve(login);
    },
  };
}

/** REST has no answer for tokens of apps, and a wrong guess is put right by the first comment that is written. */
async function ask(octokit: Octokit, token: string): Promise<string> {
  if (token.startsWith(APP_TOKEN)) return await askForApp(octokit);
  try {
    return (await octokit.rest.users.getAuthenticated()).data.login;
  } catch (error) {
    if (statusOf(error) === 403) return await askForApp(octokit);
    return ACTIONS;
  }
}

async function askForApp(octokit: Octokit): Promise<string> {
  try {
    const { viewer } = await octokit.graphql<{ viewer?: { login?: unknown } }>('query { viewer { login } }');
    const login = viewer?.login;
    if (typeof login !== 'string' || login === '') return ACTIONS;
    // GraphQL may leave out the suffix that bots have in REST.
    return login.endsWith('[bot]') ? login : `${login}[bot]`;
  } catch {
    return ACTIONS;
  }
}
