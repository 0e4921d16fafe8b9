import { Failure } from '../failure.ts';
import type { Forge } from './forge.ts';

/** A forge on which nothing can be written, whatever the token allows: for jobs that only read. */
export function readOnly(forge: Forge): Forge {
  const refuse = (): Promise<never> =>
    Promise.reject(
      new Failure('forge', 'This job reads and writes nothing on the forge.', {
        hint: 'The publishing job writes.',
      }),
    );
  return {
    ...forge,
    createComment: refuse,
    updateComment: refuse,
    deleteComment: refuse,
    react: refuse,
    unreact: refuse,
    removeLabel: refuse,
    addLabels: refuse,
    createReview: refuse,
    createBlob: refuse,
    createTree: refuse,
    createCommit: refuse,
    createBranch: refuse,
    moveRef: refuse,
    deleteRef: refuse,
    createFolder: refuse,
    moveBranch: refuse,
    createPullRequest: refuse,
    updatePullRequest: refuse,
    setDraft: refuse,
    requestReview: refuse,
    closePullRequest: refuse,
    deleteBranch: refuse,
    cancelRun: refuse,
  };
}
