import { codeSpan, details, paragraphs, table } from '../text/markdown.ts';
import { shorten } from '../text/neutral.ts';
import { inline } from '../text/prose.ts';
import type { BlockedPlace } from './blocked-places.ts';
import { firstRows, type Detail } from './detail.ts';
import { count } from './figures.ts';
import type { RunState } from './run.ts';

/** Where the agent, setup and checks would have gone; empty when nothing was refused. */
export function blockedSection({ blocked }: Pick<RunState, 'blocked'>, detail: Detail): string {
  if (blocked.length === 0) return '';
  const times = blocked.reduce((sum, place) => sum + place.times, 0);
  const hosts = count(new Set(blocked.map(({ host }) => host)).size, 'host');
  const summary = `Network: ${count(times, 'connection')} to ${hosts} refused`;
  const { shown, more } = firstRows(blocked, detail);
  if (!detail.folded) return `${summary}: ${shown.map(placeText).join(', ')}. ${more}`.trim();
  const rows = shown.map((place) => [placeText(place), inline(place.reason, detail.text), String(place.times)]);
  return details(
    summary,
    paragraphs(
      table([{ title: 'host' }, { title: 'why' }, { title: 'times' }], rows),
      more,
      'What the work needs can be listed in `allowed-domains`.',
    ),
  );
}

function placeText({ host, port }: BlockedPlace): string {
  return codeSpan(shorten(`${host}:${port}`, 120));
}
