import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Image } from '../../src/agent/image.ts';
import { modelInfo } from '../../src/agent/opencode/models.ts';
import { say } from '../support/model/action.ts';
import { contains, lacks } from '../support/model/expectation.ts';
import { coder, script } from '../support/model/script.ts';
import { ANSWER, HEARD, pretend } from './run/pretender.ts';
import { inThreeMinutes, start } from './started.ts';

/** One black pixel. */
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==';
const IMAGE: Image = { name: 'image-1.png', mime: 'image/png', base64: PIXEL };

test('a model sees when OpenCode’s list says so, and not when it says nothing', () => {
  expect(modelInfo('a/b', { capabilities: { input: { image: true } } }).sees).toBe(true);
  expect(modelInfo('a/b', {}).sees).toBe(false);
});

test('an image reaches a model that can see, and is named to one that cannot', { timeout: 60_000 }, async () => {
  const [seeing, blind] = ['openai/gpt-5', 'scripted/coder'];
  const prompt = (name: string): string => `# Role: coder\nLook with ${name}.`;
  const address = `data:image/png;base64,${PIXEL}`;
  await using started = await start(
    script('images', [
      coder({ session: 'one', prompt: contains(prompt(seeing), address), does: [say('A pixel.')] }),
      coder({
        session: 'two',
        prompt: [contains(prompt(blind), 'cannot be shown to you: image-1.png.'), lacks('data:')],
        does: [say('Nothing.')],
      }),
    ]),
    { model: seeing },
  );
  const look = async (model: string): Promise<string> => {
    const session = await started.agent.open({ role: 'coder', title: 't', directory: started.directory });
    return (await session.turn({ prompt: prompt(model), model, images: [IMAGE], deadline: inThreeMinutes() })).text;
  };
  expect([await look(seeing), await look(blind)]).toEqual(['A pixel.', 'Nothing.']);
  started.model.assertDone();
});

test('over a process for each turn images are named, and the transport says that it cannot show them', async () => {
  await using run = await pretend(ANSWER);
  expect(run.agent.cannot).toContain('Images are not shown to models; they are named.');
  const session = await run.agent.open({ role: 'coder', title: 't', directory: run.directory });
  await session.turn({ prompt: 'Look.', model: 'a/b', images: [IMAGE], deadline: inThreeMinutes() });
  const heard = await readFile(join(run.root, HEARD), 'utf8');
  expect(heard.trim()).toBe('Look.\n\nImages that were attached and cannot be shown to you: image-1.png.');
});
