import { expectTypeOf, test } from 'vitest';
import type { Forge, PullRequestDraft, ReviewDraft } from '../../src/forge/forge.ts';
import type { Dependencies } from '../../src/pipeline/dependencies.ts';
import type { Redactor } from '../../src/text/redact.ts';
import type {
  AnnotationText,
  BodyText,
  CommentText,
  CommitMessage,
  LogLine,
  ReviewText,
  SinkOptions,
  SummaryText,
  TitleText,
} from '../../src/text/sinks.ts';
import type { StateText } from '../../src/text/state-text.ts';

test('no plain string, and no text for another place, is taken where a text leaves', () => {
  expectTypeOf<Parameters<Forge['createComment']>[1]>().toEqualTypeOf<CommentText>();
  expectTypeOf<Parameters<Forge['updateComment']>[1]>().toEqualTypeOf<CommentText>();
  expectTypeOf<PullRequestDraft['title']>().toEqualTypeOf<TitleText>();
  expectTypeOf<PullRequestDraft['body']>().toEqualTypeOf<BodyText>();
  expectTypeOf<Parameters<Forge['updatePullRequest']>[1]>().toEqualTypeOf<
    Readonly<{ title?: TitleText; body?: BodyText }>
  >();
  expectTypeOf<ReviewDraft['body']>().toEqualTypeOf<ReviewText>();
  expectTypeOf<ReviewDraft['comments'][number]['body']>().toEqualTypeOf<ReviewText>();
  expectTypeOf<Parameters<Forge['createCommit']>[0]['message']>().toEqualTypeOf<CommitMessage>();
  expectTypeOf<
    Extract<Parameters<Forge['createFolder']>[0][number], { text: unknown }>['text']
  >().toEqualTypeOf<StateText>();
  expectTypeOf<Parameters<Dependencies['log']>[0]>().toEqualTypeOf<LogLine>();
  expectTypeOf<string>().not.toExtend<
    CommentText | TitleText | BodyText | ReviewText | SummaryText | AnnotationText | LogLine | CommitMessage | StateText
  >();
  expectTypeOf<SinkOptions['redact']>().toEqualTypeOf<Redactor>();
  expectTypeOf<(text: string) => string>().not.toExtend<Redactor>();
  expectTypeOf<ReviewText>().not.toExtend<CommentText>();
  expectTypeOf<CommentText>().not.toExtend<BodyText>();
});
