import { asFailure } from '../failure.ts';
import type { Comment, Forge } from '../forge/forge.ts';
import type { CommentText } from '../text/sinks.ts';
import { mark, type AnswerMarker } from './marker.ts';
import { ownComments } from './status-comments.ts';

/** The comment of a run that answers a question. Unlike the status comment it keeps no other run from its work. */
export type AnswerComment = Readonly<{
  /** Puts the answer where the comment said that the run was at work; in a new comment when somebody deleted it. */
  finish: (text: CommentText) => Promise<void>;
}>;

type Answering = Readonly<{
  forge: Forge;
  issue: number;
  runId: number;
  /** What the comment says at first. */
  body: CommentText;
}>;

/** Says that the run is at work on an answer, so that it is found by whoever wants to stop it. */
export async function beginAnswer(answering: Answering): Promise<AnswerComment> {
  const { forge, issue, body } = answering;
  return answerIn(await forge.createComment(issue, mark(markerOf(answering, 'working'), body)), answering);
}

/** The comment that this run began, in a process that is gone, and did not end; null when there is none. */
export async function resumeAnswer(answering: Answering): Promise<AnswerComment | null> {
  const { forge, issue, runId } = answering;
  for (const { comment, marker } of await ownComments(forge, issue)) {
    const isOurs = marker.kind === 'answer' && marker.target === issue && marker.run === runId;
    if (isOurs && marker.state === 'working') return answerIn(comment, answering);
  }
  return null;
}

function answerIn({ id }: Comment, answering: Answering): AnswerComment {
  const { forge, issue } = answering;
  return {
    finish: async (text) => {
      const body = mark(markerOf(answering, 'ended'), text);
      const isThere = await forge.updateComment(id, body).catch((error: unknown) => {
        // An answer that was paid for is not lost with the comment that was to hold it.
        if (asFailure(error).code !== 'forge') throw error;
        return false;
      });
      if (!isThere) await forge.createComment(issue, body);
    },
  };
}

function markerOf({ issue, runId }: Answering, state: AnswerMarker['state']): AnswerMarker {
  return { v: 1, kind: 'answer', target: issue, run: runId, state };
}
