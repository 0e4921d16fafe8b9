import { expect, test } from 'vitest';
import { answer, bash, call, edit, forever, meanwhile, say, together, using } from './action.ts';
import { called, chat, post } from './client.ts';
import { contains, lacks } from './expectation.ts';
import { advisor, answerer, child, coder, planner, reviewer, script, searcher, type Script } from './script.ts';
import { startScriptedModel, type ModelOptions, type ScriptedModel } from './scripted-model.ts';

const SYSTEM = { role: 'system', content: 'You help.\n<env>\n  Working directory: /work/tree\n</env>' };
const CODER = { role: 'user', content: '# Role: coder\n\nFix parseDuration.' };
const REVIEWER = { role: 'user', content: '# Role: reviewer\n\ndiff --git a/x b/x' };

test('a turn is played call by call and its usage is counted', async () => {
  await using model = await start(
    script('one turn', [
      coder({ prompt: contains('parseDuration'), does: [edit('src/a.ts', 'old', 'new'), say('Done.')] }),
    ]),
  );
  const first = await chat(model, 'ses_1', [SYSTEM, CODER]);
  expect(first.status).toBe(200);
  expect(first.text).toContain(
    String.raw`{\"filePath\":\"/work/tree/src/a.ts\",\"oldString\":\"old\",\"newString\":\"new\"}`,
  );
  expect(() => model.assertDone()).toThrow('step 1, coder was not played to its end');

  const second = await chat(model, 'ses_1', [
    SYSTEM,
    CODER,
    called('edit'),
    { role: 'tool', tool_call_id: 'c1', content: 'Edit applied' },
  ]);
  expect(second.text).toContain('Done.');
  expect(second.text).toContain('"finish_reason":"stop"');
  model.assertDone();

  expect(
    model.journal.map(({ role, session, status, toolResults }) => ({ role, session, status, toolResults })),
  ).toEqual([
    { role: 'coder', session: 'ses_1', status: 200, toolResults: [] },
    { role: 'coder', session: 'ses_1', status: 200, toolResults: ['Edit applied'] },
  ]);
  expect(wireTotals(first, second)).toEqual(inclusive(model));
  expect(model.totals()).toMatchObject({
    requests: 2,
    byRole: { coder: { requests: 2 } },
    byModel: { scripted: { requests: 2 } },
  });
});

test('stated usage reaches the wire with cached and reasoning tokens in both protocols', async () => {
  const stated = { input: 700, cacheRead: 300, output: 40, reasoning: 60 };
  await using model = await start(
    script('usage', [
      coder({ does: [using(stated, say('Done.'))] }),
      reviewer({ usage: stated, does: [say('Fine.')] }),
    ]),
  );
  const completion = await chat(model, 'ses_1', [CODER]);
  expect(completion.text).toContain(
    '"usage":{"prompt_tokens":1000,"prompt_tokens_details":{"cached_tokens":300},"completion_tokens":100,"completion_tokens_details":{"reasoning_tokens":60},"total_tokens":1100}',
  );
  const input = [{ type: 'message', role: 'user', content: [{ type: 'input_text', text: REVIEWER.content }] }];
  const response = await post(model, '/responses', 'ses_2', { model: 'scripted', stream: true, input });
  expect(response.text).toContain(
    '"usage":{"input_tokens":1000,"input_tokens_details":{"cached_tokens":300},"output_tokens":100,"output_tokens_details":{"reasoning_tokens":60},"total_tokens":1100}',
  );
  expect(model.totals()).toMatchObject({ requests: 2, input: 1400, cacheRead: 600, output: 80, reasoning: 120 });
});

test('a request that continues a conversation counts the earlier part as cached', async () => {
  await using model = await start(script('cache', [coder({ does: [bash('true'), say('Done.')] })]));
  const long = { ...CODER, content: CODER.content + ' long'.repeat(400) };
  await chat(model, 'ses_1', [SYSTEM, long]);
  await chat(model, 'ses_1', [SYSTEM, long, called('bash'), { role: 'tool', tool_call_id: 'c1', content: '' }]);
  const [first, second] = model.journal.map(({ usage }) => usage);
  expect(first?.cacheRead).toBe(0);
  expect(second?.cacheRead).toBeGreaterThanOrEqual(512);
  expect((second?.cacheRead ?? 0) % 128).toBe(0);
});

test.each([
  ['a role that no step has', script('s', [coder({ does: [say('x')] })]), [REVIEWER], 'a new reviewer session came'],
  [
    'a prompt that is not as expected',
    script('s', [coder({ prompt: contains('F1'), does: [say('x')] })]),
    [CODER],
    'the prompt must be one that contains "F1"',
  ],
  [
    'a conversation with what it must lack',
    script('s', [reviewer({ conversation: lacks('You help'), does: [say('x')] })]),
    [SYSTEM, REVIEWER],
    'the conversation must be one that lacks "You help"',
  ],
  [
    'another model than the step names',
    script('s', [coder({ model: 'strong', does: [say('x')] })]),
    [CODER],
    'the model is scripted, not strong',
  ],
  [
    'a request for a title',
    script('s', [child({ does: [say('x')] })]),
    [{ role: 'system', content: 'You are a title generator. You output ONLY a thread title.' }, CODER],
    'asks for a title',
  ],
])('%s is answered 400 and reported', async (_, played, messages, reason) => {
  await using model = await start(played);
  const refused = await chat(model, 'ses_1', messages);
  expect(refused.status).toBe(400);
  expect(refused.text).toContain('unexpected_request');
  expect(model.unexpected).toEqual([expect.stringContaining(reason)]);
  expect(model.journal).toMatchObject([{ status: 400, usage: undefined }]);
  expect(() => model.assertDone()).toThrow(reason);
  expect(() => model.assertDone()).toThrow('step 1');
});

test('requests that cannot be read, have no session or go elsewhere are reported', async () => {
  await using model = await start(script('nothing', []));
  expect((await post(model, '/chat/completions', 'ses_1', { model: 'scripted' })).status).toBe(400);
  expect((await post(model, '/embeddings', 'ses_1', {})).status).toBe(400);
  expect((await chat(model, undefined, [CODER])).status).toBe(400);
  expect(model.unexpected).toHaveLength(3);
});

test('a key that is not the expected one is refused with 401', async () => {
  await using model = await start(script('key', [coder({ does: [say('Done.')] })]), { apiKey: 'right' });
  expect((await chat(model, 'ses_1', [CODER])).status).toBe(401);
  expect((await chat(model, 'ses_1', [CODER], 'right')).status).toBe(200);
  expect(model.unexpected).toEqual(['a request does not carry the expected key']);
});

test('a second turn belongs to the same session and a new session needs a label of its own', async () => {
  const twice = script('twice', [
    coder({ does: [say('One.')] }),
    coder({ prompt: contains('F1'), does: [say('Two.')] }),
  ]);
  await using model = await start(twice);
  await chat(model, 'ses_1', [CODER]);
  expect((await chat(model, 'ses_2', [CODER])).text).toContain('a new coder session came');
  const again = [CODER, { role: 'assistant', content: 'One.' }, { role: 'user', content: 'Fix F1.' }];
  expect((await chat(model, 'ses_1', again)).text).toContain('Two.');
});

test('two sessions of a role interleave, each bound to the steps whose prompt fits', async () => {
  await using model = await start(
    script('side by side', [
      coder({ session: 'left', prompt: contains('left'), does: [bash('echo left'), say('Left done.')] }),
      coder({ session: 'right', prompt: contains('right'), does: [bash('echo right'), say('Right done.')] }),
    ]),
  );
  const prompt = (side: string) => [{ role: 'user', content: `# Role: coder\n\nDo the ${side} part.` }];
  const after = (side: string) => [
    ...prompt(side),
    called('bash'),
    { role: 'tool', tool_call_id: 'c1', content: side },
  ];
  expect((await chat(model, 'ses_r', prompt('right'))).text).toContain('echo right');
  expect((await chat(model, 'ses_l', prompt('left'))).text).toContain('echo left');
  expect((await chat(model, 'ses_l', after('left'))).text).toContain('Left done.');
  expect((await chat(model, 'ses_r', after('right'))).text).toContain('Right done.');
  model.assertDone();
});

test('a prompt before the turn is over and a turn beyond its script are both reported', async () => {
  await using model = await start(
    script('order', [coder({ does: [bash('true'), bash('false')] }), coder({ does: [say('x')] })]),
  );
  await chat(model, 'ses_1', [CODER]);
  expect((await chat(model, 'ses_1', [CODER, { role: 'user', content: 'And now?' }])).text).toContain(
    'before step 1, coder was over',
  );
  await chat(model, 'ses_1', [CODER]);
  expect((await chat(model, 'ses_1', [CODER])).text).toContain('has no answer left');
});

test('a structured answer goes through the tool where it is offered, else as text', async () => {
  const value = { findings: [] };
  await using model = await start(
    script('answers', [reviewer({ answers: value }), reviewer({ session: 'second', does: [answer(value)] })]),
  );
  const tools = [{ type: 'function', function: { name: 'StructuredOutput', parameters: {} } }];
  const called = await post(model, '/chat/completions', 'ses_1', {
    model: 'scripted',
    stream: true,
    messages: [REVIEWER],
    tools,
  });
  expect(called.text).toContain('"name":"StructuredOutput"');
  const text = await chat(model, 'ses_2', [REVIEWER]);
  expect(text.text).toContain(String.raw`{\n  \"findings\": []\n}`);
});

test.each(Object.entries({ planner, searcher, coder, reviewer, advisor, answerer }))(
  'the first line of the first prompt makes a %s',
  async (role, step) => {
    await using model = await start(script('roles', [step({ does: [say('Done.')] })]));
    const other = await chat(model, 'ses_1', [{ role: 'user', content: `Not at the start:\n# Role: ${role}` }]);
    expect(other.text).toContain('a new child session came');
    await chat(model, 'ses_2', [{ role: 'user', content: `# Role: ${role}\n\nWork.` }]);
    expect(model.totals().byRole).toHaveProperty(role);
  },
);

test('a path is made absolute in the arguments that are paths, and only there', async () => {
  const does = [
    call('glob', { pattern: 'src/*.js', path: 'src' }),
    call('bash', { command: 'ls src', workdir: '/tmp' }),
  ];
  await using model = await start(script('paths', [coder({ does })]));
  await chat(model, 'ses_1', [SYSTEM, CODER]);
  await chat(model, 'ses_1', [SYSTEM, CODER]);
  expect(model.journal.map(({ reply }) => reply)).toEqual([
    'glob {"pattern":"src/*.js","path":"/work/tree/src"}',
    'bash {"command":"ls src","workdir":"/tmp"}',
  ]);
});

test('several calls in one response keep their order', async () => {
  await using model = await start(
    script('together', [coder({ does: [together(edit('a', '1', '2'), bash('npm test')), say('Done.')] })]),
  );
  const { text } = await chat(model, 'ses_1', [SYSTEM, CODER]);
  expect(text.indexOf('"name":"edit"')).toBeLessThan(text.indexOf('"name":"bash"'));
});

test('something can happen in the middle of a turn', async () => {
  const seen: unknown[] = [];
  await using model = await start(
    script('meanwhile', [coder({ does: [bash('env'), meanwhile((moment) => void seen.push(moment)), say('Done.')] })]),
  );
  await chat(model, 'ses_1', [SYSTEM, CODER]);
  expect(seen).toEqual([]);
  await chat(model, 'ses_1', [
    SYSTEM,
    CODER,
    called('bash'),
    { role: 'tool', tool_call_id: 'c1', content: 'HOME=/home' },
  ]);
  expect(seen).toEqual([{ session: 'ses_1', directory: '/work/tree', lastToolResult: 'HOME=/home' }]);
});

test('a body of more than 64 KB is kept whole', async () => {
  await using model = await start(script('large', [coder({ does: [say('Done.')] })]));
  const content = `${CODER.content}${'x'.repeat(200_000)}THE END`;
  await chat(model, 'ses_1', [{ role: 'user', content }]);
  expect(model.journal[0]?.prompt).toBe(content);
  expect(model.journal[0]?.body).toContain('THE END');
});

test('an answer that is not streamed has its usage too', async () => {
  await using model = await start(
    script('plain', [coder({ does: [using({ input: 10, output: 5, reasoning: 1 }, say('Done.'))] })]),
  );
  const { text } = await post(model, '/chat/completions', 'ses_1', { model: 'scripted', messages: [CODER] });
  expect(JSON.parse(text)).toMatchObject({
    choices: [{ message: { content: 'Done.' } }],
    usage: { prompt_tokens: 10, completion_tokens: 6, completion_tokens_details: { reasoning_tokens: 1 } },
  });
});

test('a script whose turn goes on after its closing words is no script', () => {
  expect(() => script('wrong', [coder({ does: [say('Done.'), bash('true')] })])).toThrow(
    'goes on after its closing words',
  );
  expect(() => script('endless', [coder({ does: [forever(bash('true')), say('Done.')] })])).toThrow(
    'goes on after what it does for ever',
  );
  expect(() => script('empty', [coder({ does: [] })])).toThrow('answers nothing');
});

function start(played: Script, options?: ModelOptions): Promise<ScriptedModel> {
  return startScriptedModel(played, options);
}

/** Prompt and completion tokens as they stand in the answers. */
function wireTotals(...answers: readonly { readonly text: string }[]) {
  const add = (name: string) =>
    answers.reduce((sum, { text }) => sum + Number(new RegExp(`"${name}":(\\d+)`, 'u').exec(text)?.[1]), 0);
  return { prompt: add('prompt_tokens'), completion: add('completion_tokens') };
}

function inclusive(model: ScriptedModel) {
  const { input, cacheRead, output, reasoning } = model.totals();
  return { prompt: input + cacheRead, completion: output + reasoning };
}
