import { Refusal, notFound, unprocessable } from '../failure.ts';
import { followBranches } from '../pull-heads.ts';
import { nodeId } from '../render/node-id.ts';
import { repositoryApi } from '../render/repository.ts';
import { param, type Call, type Routes, type World } from '../world.ts';

export const gitRefRoutes: Routes = {
  'git/get-ref': async (call) => {
    await requireHistory(call.world);
    const ref = `refs/${param(call, 'ref')}`;
    return { status: 200, body: await renderRef(call.world, ref, await requireRef(call, ref)) };
  },

  'git/list-matching-refs': async (call) => {
    await requireHistory(call.world);
    const prefix = `refs/${param(call, 'ref')}`;
    const text = await call.world.git.text(['for-each-ref', '--format=%(refname) %(objectname)']);
    const refs = text
      .split('\n')
      .map((line) => line.split(' '))
      .filter(([name = '']) => name.startsWith(prefix) && !name.startsWith('refs/forks/'));
    return {
      status: 200,
      body: await Promise.all(refs.map(([name = '', sha = '']) => renderRef(call.world, name, sha))),
    };
  },

  'git/create-ref': async ({ world, actor, body: { ref, sha } }: Call<{ ref: string; sha: string }>) => {
    await requireHistory(world);
    if (!/^refs\/[^/]+\/./.test(ref))
      throw unprocessable("Reference name must start with 'refs/' and have at least two slashes.");
    if ((await world.git.run(['check-ref-format', ref])).code !== 0 || ref.startsWith('refs/pull/'))
      throw unprocessable(`${ref} is not a valid ref name.`);
    await requireTarget(world, ref, sha);
    if (!(await world.git.moveRef(ref, undefined, sha)))
      throw unprocessable((await world.git.resolve(ref)) ? 'Reference already exists' : 'Reference cannot be created');
    await followBranches(world, actor.login);
    return { status: 201, body: await renderRef(world, ref, sha) };
  },

  'git/update-ref': async (call: Call<{ sha: string; force?: boolean }>) => {
    const { world, body } = call;
    const ref = `refs/${param(call, 'ref')}`;
    const before = await requireRef(call, ref, unprocessable('Reference does not exist'));
    refuseProtected(world, ref);
    await requireTarget(world, ref, body.sha);
    if (!body.force && !(await world.git.isAncestor(before, body.sha)))
      throw unprocessable('Update is not a fast forward');
    if (!(await world.git.moveRef(ref, before, body.sha))) throw new Refusal(409, 'Reference was updated meanwhile');
    await followBranches(world, call.actor.login);
    return { status: 200, body: await renderRef(world, ref, body.sha) };
  },

  'git/delete-ref': async (call) => {
    const ref = `refs/${param(call, 'ref')}`;
    const before = await requireRef(call, ref, unprocessable('Reference does not exist'));
    refuseProtected(call.world, ref);
    await call.world.git.moveRef(ref, before, undefined);
    await followBranches(call.world, call.actor.login);
    return { status: 204 };
  },
};

/** GitHub's Git Data API answers 409 until the repository has its first commit. */
export async function requireHistory({ git }: World): Promise<void> {
  if ((await git.text(['for-each-ref', '--count=1'])) === '') throw new Refusal(409, 'Git Repository is empty.');
}

async function requireRef({ world }: Call, ref: string, refusal = notFound()): Promise<string> {
  const { code, stdout } = await world.git.run(['show-ref', '--verify', '--hash', ref]);
  if (code !== 0) throw refusal;
  return stdout.toString().trim();
}

async function requireTarget({ git }: World, ref: string, sha: string): Promise<void> {
  const type = await git.typeOf(sha);
  if (!type) throw unprocessable('Object does not exist');
  if (type !== 'commit' && ref.startsWith('refs/heads/')) throw unprocessable('Reference update failed');
}

function refuseProtected({ state }: World, ref: string): void {
  const branch = ref.replace(/^refs\/heads\//, '');
  if (state.settings.protectedBranches.includes(branch)) {
    throw unprocessable(`Repository rule violations found\n\nChanges must be made through a pull request.`);
  }
}

async function renderRef(world: World, ref: string, sha: string) {
  const api = repositoryApi(world);
  const type = (await world.git.typeOf(sha)) ?? 'commit';
  return {
    ref,
    node_id: nodeId('REF', ref),
    url: `${api}/git/${ref}`,
    object: { sha, type, url: `${api}/git/${type}s/${sha}` },
  };
}
