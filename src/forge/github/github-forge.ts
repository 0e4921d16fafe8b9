import { Failure } from '../../failure.ts';
import type { Log } from '../../text/sinks.ts';
import type { Forge } from '../forge.ts';
import { attachmentCalls, placesOf, type AttachmentPlaces } from './attachments.ts';
import { branchCalls } from './branches.ts';
import { checkCalls } from './checks.ts';
import { createClient, TIMING, type Timing } from './client.ts';
import { commentCalls } from './comments.ts';
import { endingCalls } from './endings.ts';
import { historyCalls } from './history.ts';
import { createIdentity } from './identity.ts';
import { inlineCommentCalls } from './inline-comments.ts';
import { newReviewCalls } from './new-review.ts';
import { objectCalls } from './objects.ts';
import { pullRequestCalls } from './pull-requests.ts';
import { refCalls } from './refs.ts';
import { renderedImageCalls } from './rendered-images.ts';
import { repositoryCalls } from './repository.ts';
import { reviewCalls } from './reviews.ts';

export type GitHubOptions = Readonly<{
  token: string;
  /** `https://api.github.com`, or `https://HOST/api/v3` of an Enterprise Server. */
  apiUrl: string;
  /** `owner/name`. */
  repository: string;
  log: Log;
  fetch?: typeof globalThis.fetch;
  timing?: Timing;
  /** Where attachments may be; those of the server behind `apiUrl` unless said otherwise. */
  attachmentPlaces?: AttachmentPlaces;
}>;

/** GitHub, github.com or an Enterprise Server, behind the port. Makes no request until it is asked for something. */
export function createGitHubForge({
  token,
  apiUrl,
  repository,
  log,
  fetch = globalThis.fetch,
  timing = TIMING,
  attachmentPlaces = placesOf(apiUrl),
}: GitHubOptions): Forge {
  const [owner = '', repo = '', ...rest] = repository.split('/');
  if (owner === '' || repo === '' || rest.length > 0) {
    throw new Failure('bad-input', `GITHUB_REPOSITORY is "${repository}", which is not OWNER/NAME.`, {
      hint: 'Leave GITHUB_REPOSITORY as the runner sets it.',
    });
  }
  const octokit = createClient({ token, apiUrl, fetch, log, timing });
  const client = { octokit, at: { owner, repo } };
  const identity = createIdentity(octokit, token);
  const downloads = { fetch, timeLimit: timing.timeLimit };
  return {
    repository,
    self: identity.self,
    ...historyCalls(client),
    ...repositoryCalls(client),
    ...commentCalls(client, identity),
    ...branchCalls(client),
    ...objectCalls(client),
    ...pullRequestCalls(client),
    ...reviewCalls(client),
    ...newReviewCalls(client),
    ...checkCalls(client, downloads),
    ...renderedImageCalls(client),
    ...attachmentCalls(attachmentPlaces, { ...downloads, token }),
    ...refCalls(client),
    ...inlineCommentCalls(client),
    ...endingCalls(client),
  };
}
