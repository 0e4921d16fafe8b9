import type { BranchDeletion, Forge, RunCancellation } from '../forge.ts';
import { attempt } from './attempt.ts';
import type { Client } from './repository.ts';

type EndingCalls = Pick<Forge, 'cancelRun' | 'closePullRequest' | 'deleteBranch'>;

/** What puts an end to a workflow run, a pull request or a branch. */
export function endingCalls({ octokit, at }: Client): EndingCalls {
  return {
    cancelRun: (runId) =>
      attempt<RunCancellation, RunCancellation>(
        { to: `cancel the workflow run ${runId}`, needs: 'actions: write' },
        async () => {
          await octokit.rest.actions.cancelWorkflowRun({ ...at, run_id: runId });
          return { kind: 'cancelled' };
        },
        {
          403: (reason) => ({ kind: 'refused', reason }),
          404: () => ({ kind: 'over' }),
          409: () => ({ kind: 'over' }),
        },
      ),
    closePullRequest: (number) =>
      attempt({ to: `close pull request #${number}`, needs: 'pull-requests: write' }, async () => {
        await octokit.rest.pulls.update({ ...at, pull_number: number, state: 'closed' });
      }),
    deleteBranch: (branch) => {
      // GitHub answers the same status to a branch that is gone and to one that a rule protects.
      const explain = async (reason: string): Promise<BranchDeletion> => {
        const gone = await attempt(
          { to: `read the branch ${branch}`, needs: 'contents: read' },
          async () => {
            await octokit.rest.git.getRef({ ...at, ref: `heads/${branch}` });
            return false;
          },
          { 404: () => true, 409: () => true },
        );
        return gone ? { kind: 'deleted' } : { kind: 'refused', reason };
      };
      return attempt<BranchDeletion, BranchDeletion>(
        { to: `delete the branch ${branch}`, needs: 'contents: write' },
        async () => {
          await octokit.rest.git.deleteRef({ ...at, ref: `heads/${branch}` });
          return { kind: 'deleted' };
        },
        { 403: (reason) => ({ kind: 'refused', reason }), 404: () => ({ kind: 'deleted' }), 422: explain },
      );
    },
  };
}
