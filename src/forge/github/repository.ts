import type { Octokit } from '@octokit/rest';
import { Failure } from '../../failure.ts';
import type { Forge, Permission, RepositoryInfo } from '../forge.ts';
import { attempt } from './attempt.ts';

/** The client and the repository that all its requests are about. */
export type Client = Readonly<{ octokit: Octokit; at: Readonly<{ owner: string; repo: string }> }>;

/** What is asked about the repository, its people and its workflow runs. */
export function repositoryCalls({
  octokit,
  at,
}: Client): Pick<Forge, 'permissionOf' | 'info' | 'readFile' | 'runIsActive'> {
  let info: Promise<RepositoryInfo> | null = null;
  return {
    permissionOf: (login) =>
      attempt(
        { to: `read the permission of ${login} on the repository`, needs: 'metadata: read' },
        async () => {
          const { data } = await octokit.rest.repos.getCollaboratorPermissionLevel({ ...at, username: login });
          return parsePermission(data.role_name) ?? parsePermission(data.permission) ?? 'none';
        },
        { 404: () => 'none' },
      ),
    async info() {
      info ??= readInfo({ octokit, at });
      try {
        return await info;
      } catch (error) {
        info = null;
        throw error;
      }
    },
    readFile: (path, ref) =>
      attempt(
        { to: `read ${path} at ${ref}`, needs: 'contents: read' },
        async () => {
          const { data } = await octokit.rest.repos.getContent({ ...at, path, ref });
          if (Array.isArray(data) || data.type !== 'file') return null;
          // GitHub sends what is over a megabyte without its content.
          if (data.encoding !== 'base64') throw tooLarge(path, ref);
          return Buffer.from(data.content, 'base64').toString();
        },
        { 404: () => null },
      ),
    runIsActive: (runId) =>
      attempt(
        { to: `read the state of workflow run ${runId}`, needs: 'actions: read' },
        async () => (await octokit.rest.actions.getWorkflowRun({ ...at, run_id: runId })).data.status !== 'completed',
        { 403: () => null, 404: () => null },
      ),
  };
}

async function readInfo({ octokit, at }: Client): Promise<RepositoryInfo> {
  return await attempt({ to: 'read the repository', needs: 'metadata: read' }, async () => {
    const { data } = await octokit.rest.repos.get(at);
    return {
      defaultBranch: data.default_branch,
      private: data.private,
      archived: data.archived,
      hasIssues: data.has_issues,
    };
  });
}

function tooLarge(path: string, ref: string): Failure {
  return new Failure('bad-input', `The file ${path} at ${ref} is over 1 MB.`, { hint: 'Make it smaller.' });
}

/** Null for the name of a role that the organisation made itself. */
function parsePermission(role: string): Permission | null {
  switch (role) {
    case 'admin':
    case 'maintain':
    case 'write':
    case 'triage':
    case 'read':
    case 'none':
      return role;
    default:
      return null;
  }
}
