import { imagesInHtml } from '../../text/image-addresses.ts';
import type { Forge } from '../forge.ts';
import { attempt } from './attempt.ts';
import type { Client } from './repository.ts';

/** With the text as HTML beside it. */
const FULL = { accept: 'application/vnd.github.full+json' } as const;

export function renderedImageCalls({ octokit, at }: Client): Pick<Forge, 'renderedImages'> {
  const { issues } = octokit.rest;
  return {
    renderedImages: (of) =>
      attempt({ to: 'read a text as GitHub shows it', needs: 'issues: read' }, async () => {
        const { data } =
          'issue' in of
            ? await issues.get({ ...at, issue_number: of.issue, headers: FULL })
            : await issues.getComment({ ...at, comment_id: of.comment, headers: FULL });
        return imagesInHtml(data.body_html ?? '');
      }),
  };
}
