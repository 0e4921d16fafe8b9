import { describe, expect, it } from 'vitest';
import type { Fault, Session, TurnRequest } from '../../src/agent/agent.ts';
import { createConversation } from '../../src/agent/conversation.ts';
import type { Image } from '../../src/agent/image.ts';
import type { TakenTurn, Turns } from '../../src/ledger/turns.ts';

type Asked = Readonly<Pick<TurnRequest, 'prompt' | 'model'> & { session: string }>;
type Step = Fault | 'done' | (Fault & { readonly final: true });

const FAULT = (category: Fault['category']): Fault => ({ category, message: `It was ${category}.` });
const PURPOSE = { phase: 'implement', round: 0 } as const;

const picture = (name: string): Image => ({ name, mime: 'image/png', base64: '' });

/** A conversation whose turns end like this, one after another. */
function talking(steps: readonly Step[], models: readonly string[] = ['a/one']) {
  const asked: Asked[] = [];
  const mended: string[] = [];
  const opened: boolean[] = [];
  const shown: (readonly string[])[] = [];
  const left = [...steps];
  const turns: Turns = {
    used: () => asked.length,
    left: () => 9,
    take: async (session, { prompt, model, images = [] }): Promise<TakenTurn> => {
      asked.push({ session: session.id, prompt, model });
      shown.push(images.map(({ name }) => name));
      const step = left.shift() ?? 'done';
      if (step === 'done')
        return { status: 'done', text: 'Done.', structured: undefined, recovered: null, usage: [], final: false };
      return { status: 'failed', text: '', usage: [], final: 'final' in step, ...step };
    },
  };
  const conversation = createConversation({
    role: 'coder',
    turns,
    models,
    open: async (_, again): Promise<Session> => {
      opened.push(again);
      const id = `ses_${opened.length}`;
      return { id, role: 'coder', hasBegun: () => true, turn: () => Promise.reject(new Error('Not asked for.')) };
    },
    onMended: (what) => void mended.push(what),
  });
  const take = (prompt: string, ...images: readonly string[]) =>
    conversation.take({ prompt, images: images.map(picture) }, PURPOSE);
  return { asked, shown, mended, opened, take, conversation };
}

describe('a conversation', () => {
  it('shows images once, and those of its beginning again to a session that starts anew', async () => {
    const { shown, take } = talking([FAULT('stream-lost'), 'done', FAULT('runtime-crashed')]);
    await take('The task.', 'a.png');
    await take('A fix.', 'b.png');
    expect(shown).toEqual([['a.png'], [], ['b.png'], ['a.png', 'b.png']]);
  });

  it('keeps its session from turn to turn', async () => {
    const { asked, take, conversation } = talking([]);
    await take('The task.');
    await take('A fix.');
    expect(asked.map(({ session }) => session)).toEqual(['ses_1', 'ses_1']);
    expect(conversation.session()).toBe('ses_1');
  });

  it.each(['auth', 'usage-limit', 'model-not-found'] as const)(
    'goes on with the next model after %s, in the same session and without saying the task again',
    async (category) => {
      const { asked, mended, take } = talking([FAULT(category)], ['a/one', 'b/two']);
      expect((await take('The task.')).status).toBe('done');
      await take('A fix.');
      expect(asked.map(({ model }) => model)).toEqual(['a/one', 'b/two', 'b/two']);
      expect(asked.map(({ session }) => session)).toEqual(['ses_1', 'ses_1', 'ses_1']);
      expect(asked[1]?.prompt).not.toContain('The task.');
      expect(mended.join()).toContain('b/two');
    },
  );

  it('ends with the last fault when no model is left', async () => {
    const { asked, take } = talking([FAULT('auth'), FAULT('usage-limit')], ['a/one', 'b/two']);
    expect(await take('The task.')).toMatchObject({ status: 'failed', category: 'usage-limit' });
    expect(asked).toHaveLength(2);
  });

  it('tries no other model after what another model would not mend', async () => {
    const { asked, take } = talking([FAULT('budget')], ['a/one', 'b/two']);
    expect(await take('The task.')).toMatchObject({ category: 'budget' });
    expect(asked).toHaveLength(1);
  });

  it('repeats a turn once in a new session that is told what happened, when the process is gone', async () => {
    const { asked, opened, mended, take } = talking([FAULT('runtime-crashed')]);
    expect((await take('The task.')).status).toBe('done');
    expect(opened).toEqual([false, true]);
    expect(asked[1]).toMatchObject({ session: 'ses_2' });
    expect(asked[1]?.prompt).toMatch(/^The task\.[\s\S]*its process ended in the middle of a turn/);
    expect(mended).toHaveLength(1);
  });

  it('tells a new session the task as well as the later turn that it takes over', async () => {
    const { asked, take } = talking(['done', FAULT('runtime-crashed')]);
    await take('The task.');
    await take('A fix.');
    expect(asked[2]?.prompt).toMatch(/^The task\.[\s\S]*What happened before[\s\S]*A fix\.$/);
  });

  it('gives up at the second crash', async () => {
    const { asked, take } = talking([FAULT('runtime-crashed'), FAULT('runtime-crashed')]);
    expect(await take('The task.')).toMatchObject({ status: 'failed', category: 'runtime-crashed' });
    expect(asked).toHaveLength(2);
  });

  it('goes on once after a lost connection, and not where that was tried already', async () => {
    const lost = talking([FAULT('stream-lost')]);
    expect((await lost.take('The task.')).status).toBe('done');
    expect(lost.asked[1]?.prompt).not.toContain('The task.');
    const again = talking([FAULT('stream-lost'), FAULT('stream-lost')]);
    expect(await again.take('The task.')).toMatchObject({ category: 'stream-lost' });
    expect(again.asked).toHaveLength(2);
    const tried = talking([{ ...FAULT('stream-lost'), final: true }]);
    expect(await tried.take('The task.')).toMatchObject({ category: 'stream-lost' });
    expect(tried.asked).toHaveLength(1);
  });
});
