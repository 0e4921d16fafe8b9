import type { OpencodeClient } from '@opencode-ai/sdk/v2/client';

/** What a model is told instead of being kept waiting; without a reason the turn would end. */
const REFUSAL =
  'Not allowed in this run: work inside the repository’s directory only, with what is there. Go on without it.';

/** Milliseconds. */
const ANSWER_LIMIT = 1000;

/** Turns down every permission request and question that waits for an answer, with the reason. */
export async function answerPending(client: OpencodeClient, directory: string): Promise<void> {
  const signal = AbortSignal.timeout(ANSWER_LIMIT);
  await Promise.allSettled([
    client.permission
      .list({ directory }, { signal })
      .then(({ data }) =>
        Promise.all(
          (data ?? []).map(({ id }) =>
            client.permission.reply({ requestID: id, directory, reply: 'reject', message: REFUSAL }),
          ),
        ),
      ),
    client.question
      .list({ directory }, { signal })
      .then(({ data }) =>
        Promise.all((data ?? []).map(({ id }) => client.question.reject({ requestID: id, directory }))),
      ),
  ]);
}
