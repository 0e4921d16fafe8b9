import { codeSpan, link, paragraphs } from '../text/markdown.ts';
import { prose } from '../text/prose.ts';
import { codersWords } from './coders-words.ts';
import { runAgain } from './commands.ts';
import type { Detail } from './detail.ts';
import { facts, standingWords } from './headline.ts';
import { alert, choicesPart, failureParts, notice, stoppedText, whereTheWorkIs, why } from './notice.ts';
import { patchSection } from './patch.ts';
import { planText } from './plan.ts';
import type { RunState } from './run.ts';
import { changeText } from './scope.ts';
import { standingOf } from './standing.ts';
import { roundsTried } from './story.ts';

/** How a run ended, as the beginning of its status comment: what happened, why, what to do next. */
export function ending(run: RunState, detail: Detail): string {
  return paragraphs(howItEnded(run, detail), patchSection(run));
}

function howItEnded(run: RunState, detail: Detail): string {
  switch (run.outcome) {
    case null:
      return '';
    case 'published':
      return published(run, detail);
    case 'needs-human':
      return needsHuman(run);
    case 'no-changes':
      return noChanges(run);
    case 'declined':
      return paragraphs(`**Declined** · ${why(run)}`, `Once that is settled: ${runAgain(run)}.`);
    case 'failed':
      return paragraphs(line('❌ Failed', run), alert('CAUTION', failureParts(run)));
    case 'answered':
      return run.offered === null ? paragraphs(line('✅ Done', run), prose(run.summary)) : published(run, detail);
    case 'planned':
      return paragraphs(line('📋 A plan, and nothing changed yet', run), planText(run), choicesPart(run));
  }
}

function published(run: RunState, detail: Detail): string {
  return paragraphs(
    line(standingWords(run), run),
    codersWords(run.summary, detail.folded ? 1500 : 500),
    nextStep(run),
    notice(run),
  );
}

function needsHuman(run: RunState): string {
  if (run.question !== null) return paragraphs(line('❔ A question first', run), why(run), run.question);
  if (run.invocation.command === 'review')
    return paragraphs(line('⚠️ Not all of it was reviewed', run), why(run), choicesPart(run));
  if (run.publication === null && run.change === null) {
    const asks = run.plan === null ? '' : planText(run);
    return paragraphs(line('❔ A person is needed before the work begins', run), why(run), asks, choicesPart(run));
  }
  const words = standingOf(run) === 'open' ? `⚠️ ${stoppedText(run).slice(0, -1)}: your turn` : standingWords(run);
  return paragraphs(
    line(words, run),
    alert('WARNING', [`${why(run)} ${whereTheWorkIs(run)}`, choicesPart(run)]),
    roundsTried(run),
  );
}

function noChanges(run: RunState): string {
  return paragraphs(
    line('No changes', run),
    `The coder worked on it and left every file as it was. Nothing was published. ${run.reason === null ? '' : why(run)}`.trim(),
    codersWords(run.summary, 1500),
    `If something should be different, say which file and which behaviour; ${runAgain(run)}.`,
  );
}

/** Where the work is and what to do with it. */
function nextStep(run: RunState): string {
  const { publication, offered } = run;
  const change = changeText(run);
  if (offered !== null) return `${whereTheWorkIs(run)} It has ${change}.`;
  if (publication === null) return '';
  if (publication.pullRequest === null || publication.aside !== null) return `${whereTheWorkIs(run)} It has ${change}.`;
  const { number, url, draft, own } = publication.pullRequest;
  if (!own) return `Pushed to ${codeSpan(publication.branch)} of this pull request: ${change}.`;
  if (draft) return `Draft pull request ${link(`#${number}`, url)}: ${change}.`;
  return `Pull request ${link(`#${number}`, url)}: ${change}. It is ready for your review.`;
}

function line(words: string, run: RunState): string {
  const pullRequest = run.publication?.pullRequest;
  const where =
    pullRequest?.own === true
      ? [`${pullRequest.draft ? 'draft ' : ''}${link(`#${pullRequest.number}`, pullRequest.url)}`]
      : [];
  return [`**${words}**`, ...where, ...facts(run)].join(' · ');
}
