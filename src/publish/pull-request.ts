import { asFailure } from '../failure.ts';
import type { Forge, PullRequestInfo } from '../forge/forge.ts';
import type { Spending } from '../ledger/spending.ts';
import { logLine, standingBody, type BodyText, type LabelText, type Log, type TitleText } from '../text/sinks.ts';
import { commandsFor, compareUrl } from './commands.ts';
import type { Landing } from './landing.ts';
import { withAcceptances, type PathAcceptance } from './path-acceptances.ts';
import type { Place } from './place.ts';
import type { Publication } from './publication.ts';
import { describe, NO_WORDS, partsOf, readDescription, type ToldSpending } from './told-spending.ts';

export type PullRequestOptions = Readonly<{
  forge: Forge;
  place: Place;
  title: TitleText;
  /** Rendered twice: before the pull request has a number, and with it. */
  body: (publication: Publication) => BodyText;
  /** The runs that worked on it with this one, given what the description told of them before. */
  spending: (publication: Publication, told: ToldSpending) => Spending;
  /** Whether it is to be a draft, which may depend on what was published being what was checked. */
  draft: (asChecked: boolean) => boolean;
  /** Login of the person who is asked to review, null for nobody. */
  reviewer: string | null;
  /** Labels that a pull request gets when it is opened. */
  labels: readonly LabelText[];
  /** `https://github.com/owner/name`. */
  repositoryUrl: string;
  log: Log;
}>;

/** What the description told before that stays told, and what people wrote below it. */
type Before = Readonly<{ told: ToldSpending; paths: readonly PathAcceptance[]; theirs: BodyText }>;
const NOTHING_BEFORE: Before = { told: null, paths: [], theirs: NO_WORDS };

/** Opens the branch's pull request, or brings the one that is open up to date. A person's own is never touched. */
export async function offer(options: PullRequestOptions, landing: Landing): Promise<Publication> {
  const { forge, place, repositoryUrl } = options;
  const bare: Publication = { ...landing, pullRequest: null, compareUrl: null, spending: null };
  if (bare.commit === null) return bare;
  if (bare.aside !== null) return { ...bare, compareUrl: compareUrl(repositoryUrl, place.branch, bare.branch) };
  if (place.pullRequest === null) {
    const open = await findOpen(forge, bare.branch);
    return open === null ? await create(options, bare) : await update(options, bare, open);
  }
  const { number } = place.pullRequest;
  const known = await forge.pullRequest(number);
  if (known.state === 'open') return await update(options, bare, known);
  return {
    ...bare,
    notes: [...bare.notes, `Pull request #${number} was closed while the work went on; the work is on its branch.`],
  };
}

async function findOpen(forge: Forge, branch: string): Promise<PullRequestInfo | null> {
  return (await forge.pullRequestsFrom(branch)).find(({ state }) => state === 'open') ?? null;
}

async function create(options: PullRequestOptions, bare: Publication): Promise<Publication> {
  const { forge, place, title } = options;
  const draft = options.draft(bare.asChecked);
  const { body } = render(options, bare, NOTHING_BEFORE);
  const creation = await forge.createPullRequest({ title, body, head: bare.branch, base: place.base, draft });
  switch (creation.kind) {
    case 'created':
      await putLabels(options, creation.pullRequest.number);
      return await bringUpToDate(options, bare, { pull: creation.pullRequest, ...NOTHING_BEFORE });
    case 'exists': {
      const open = await findOpen(forge, bare.branch);
      return open === null
        ? withoutPullRequest(options, bare, 'GitHub says that there is one already')
        : await update(options, bare, open);
    }
    case 'refused':
      return withoutPullRequest(options, bare, creation.reason);
  }
}

function withoutPullRequest(
  { place, repositoryUrl }: PullRequestOptions,
  bare: Publication,
  reason: string,
): Publication {
  const { branch } = bare;
  const url = compareUrl(repositoryUrl, place.base, branch);
  const sentences = [
    `GitHub did not let Patchwright open a pull request (${reason}); the work is on its branch.`,
    `Open it at ${url}.`,
    commandsFor.open(branch, place.base),
    commandsFor.get(branch),
  ];
  const settings =
    'To let Patchwright open it, give the job `permissions: pull-requests: write`, and in the settings under Actions, General, allow “Allow GitHub Actions to create and approve pull requests”.';
  return { ...bare, compareUrl: url, notes: [...bare.notes, sentences.filter(Boolean).join(' '), settings] };
}

async function update(options: PullRequestOptions, bare: Publication, pull: PullRequestInfo): Promise<Publication> {
  const { own, told } = await readDescription(options.forge, pull);
  if (own !== null) {
    const { theirs } = partsOf(pull.body);
    return await bringUpToDate(options, bare, { pull, told, paths: own.paths ?? [], theirs });
  }
  return { ...bare, pullRequest: { number: pull.number, url: pull.url, draft: pull.draft, own: false } };
}

async function bringUpToDate(
  options: PullRequestOptions,
  bare: Publication,
  { pull, ...before }: Readonly<{ pull: PullRequestInfo }> & Before,
): Promise<Publication> {
  const { forge, title, reviewer } = options;
  const { draft, notes } = await settleDraft(options, pull, options.draft(bare.asChecked));
  const pullRequest = { number: pull.number, url: pull.url, draft, own: true };
  const { publication, body } = render(options, { ...bare, pullRequest, notes: [...bare.notes, ...notes] }, before);
  if (body !== standingBody(pull.body) || title !== pull.title)
    await forge.updatePullRequest(pull.number, { title, body });
  if (reviewer !== null && reviewer !== pull.author) await askForReview(options, pull.number, reviewer);
  return publication;
}

/** Tells the true state where it could not be changed. */
async function settleDraft({ forge, log }: PullRequestOptions, pull: PullRequestInfo, draft: boolean) {
  if (pull.draft === draft) return { draft, notes: [] };
  try {
    await forge.setDraft(pull, draft);
    return { draft, notes: [] };
  } catch (error) {
    const { message } = asFailure(error);
    log(logLine(message));
    return {
      draft: pull.draft,
      notes: [`${message}. It still is ${pull.draft ? 'a draft' : 'ready for review'}; please change it yourself.`],
    };
  }
}

/** A pull request without its labels is one all the same. */
async function putLabels({ forge, labels, log }: PullRequestOptions, number: number): Promise<void> {
  if (labels.length === 0) return;
  try {
    await forge.addLabels(number, labels);
  } catch (error) {
    log(logLine(asFailure(error).message));
  }
}

/** Who is no collaborator cannot be asked, and a pull request without a reviewer is one all the same. */
async function askForReview({ forge, log }: PullRequestOptions, number: number, reviewer: string): Promise<void> {
  try {
    await forge.requestReview(number, reviewer);
  } catch (error) {
    log(logLine(asFailure(error).message));
  }
}

function render(
  options: PullRequestOptions,
  bare: Publication,
  { told, paths, theirs }: Before,
): Readonly<{ publication: Publication; body: BodyText }> {
  const spending = options.spending(bare, told);
  const publication = { ...bare, spending };
  const kept = paths.length === 0 ? {} : { paths: [...paths] };
  const marker = { v: 1, kind: 'pull-request', branch: bare.branch, spending, ...kept } as const;
  const report = options.body(publication);
  return { publication, body: describe(marker, { report: withAcceptances(report, paths), theirs }) };
}
