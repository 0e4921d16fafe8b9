import { expect, test } from 'vitest';
import {
  after,
  answer,
  bash,
  breaksOff,
  endsAtOnce,
  fails,
  filters,
  finishes,
  forever,
  garbles,
  hangsUp,
  inPieces,
  leftOpen,
  meanwhile,
  overflows,
  say,
  stalls,
  using,
  withoutUsage,
  type Act,
} from './action.ts';
import { chat, chatStream, post, type Sent } from './client.ts';
import { contains } from './expectation.ts';
import { coder, compaction, script } from './script.ts';
import { startScriptedModel, type ScriptedModel } from './scripted-model.ts';

const CODER = { role: 'user', content: '# Role: coder\n\nFix parseDuration.' };
const DONE = say('Done.');

test('faults come once each and the turn goes on after them', async () => {
  await using model = await playing(fails(429, { retryAfter: 2 }), fails(500), breaksOff('I will'), DONE);
  const limited = await chat(model, 'ses_1', [CODER]);
  expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '2']);
  expect((await chat(model, 'ses_1', [CODER])).status).toBe(500);
  await expect(chat(model, 'ses_1', [CODER])).rejects.toThrow('terminated');
  expect((await chat(model, 'ses_1', [CODER])).text).toContain('Done.');
  model.assertDone();
  expect(model.totals()).toMatchObject({ requests: 1, received: 4 });
});

test('a request that is turned away or unexpected is counted among those that arrived', async () => {
  await using model = await startScriptedModel(script('one', [coder({ does: [DONE] })]), { apiKey: 'right' });
  await chat(model, 'ses_1', [CODER], 'wrong');
  await chat(model, 'ses_1', [CODER], 'right');
  await post(model, '/embeddings', 'ses_1', {}, 'right');
  expect(model.totals()).toMatchObject({ requests: 1, received: 3 });
});

test('an error has the headers that a script gives it, and `retry-after` as a date too', async () => {
  const date = 'Wed, 21 Oct 2099 07:28:00 GMT';
  await using model = await playing(
    fails(503, { retryAfter: date, headers: { 'x-reason': 'busy' }, body: 'Busy' }),
    DONE,
  );
  const { status, headers, text } = await chat(model, 'ses_1', [CODER]);
  expect([status, headers.get('retry-after'), headers.get('x-reason'), text]).toEqual([503, date, 'busy', 'Busy']);
});

test.each([
  ['context that is full', overflows(), 'context_length_exceeded'],
  ['a prompt that is filtered', filters(), 'content_filter'],
])('%s is a 400 with the code by which it is known', async (_, action, code) => {
  await using model = await playing(action, DONE);
  const refused = await chat(model, 'ses_1', [CODER]);
  expect(refused.status).toBe(400);
  expect(JSON.parse(refused.text)).toMatchObject({ error: { code } });
});

test('a connection that is closed before any byte has no status', async () => {
  await using model = await playing(hangsUp(), DONE);
  await expect(chat(model, 'ses_1', [CODER])).rejects.toThrow('fetch failed');
  expect(model.journal).toMatchObject([{ status: 0, reply: 'hangs-up', usage: undefined }]);
  expect((await chat(model, 'ses_1', [CODER])).text).toContain('Done.');
});

test('a stalled stream is silent until its client goes', async () => {
  await using model = await playing(stalls('Let me think'));
  const { first, reader } = await firstOf(await chatStream(model, 'ses_1', [CODER]), 'Let me think');
  expect(first).not.toContain('finish_reason":"stop');
  expect(await soon(reader.read())).toBe('silence');
  await reader.cancel();
});

test('an answer on a connection that stays open is whole', async () => {
  await using model = await playing(leftOpen(DONE));
  const { first, reader } = await firstOf(await chatStream(model, 'ses_1', [CODER]), '[DONE]');
  expect(first).toContain('Done.');
  expect(await soon(reader.read())).toBe('silence');
  await reader.cancel();
});

test('garbage stands in the middle of an answer that goes on to its end', async () => {
  await using model = await playing(garbles('I will', 'data: {"choices":\n\n'), DONE);
  const { text } = await chat(model, 'ses_1', [CODER]);
  expect(text).toMatch(/I will.*\n\ndata: \{"choices":\n\n.*"finish_reason":"stop"[^]*\[DONE\]/u);
});

test('an answer that is over at once has neither a choice nor usage', async () => {
  await using model = await playing(endsAtOnce(), DONE);
  expect((await chat(model, 'ses_1', [CODER])).text).toBe('data: [DONE]\n\n');
  expect(model.totals().requests).toBe(0);
});

test('an answer ends for the reason that the script names, in both protocols', async () => {
  await using model = await playing(finishes('because', 'Half of'), finishes('length', 'Half of'), DONE);
  const chatted = await chat(model, 'ses_1', [CODER]);
  expect(chatted.text).toContain('"finish_reason":"because"');
  const input = [{ type: 'message', role: 'user', content: [{ type: 'input_text', text: CODER.content }] }];
  const response = await post(model, '/responses', 'ses_1', { model: 'scripted', stream: true, input });
  expect(response.text).toContain('event: response.incomplete');
  expect(response.text).toContain('"incomplete_details":{"reason":"max_output_tokens"}');
  expect(model.totals().requests).toBe(2);
});

test('an answer without usage says nothing of tokens and counts none', async () => {
  const silent = withoutUsage(using({ input: 5 }, DONE));
  await using model = await startScriptedModel(
    script('silent', [coder({ does: [silent] }), coder({ session: 'second', does: [silent] })]),
  );
  const { text } = await chat(model, 'ses_1', [CODER]);
  expect(text).toContain('"finish_reason":"stop"');
  expect(text).not.toMatch(/usage|"choices":\[\]/u);
  const whole = await post(model, '/chat/completions', 'ses_2', { model: 'scripted', messages: [CODER] });
  expect(whole.text).toContain('Done.');
  expect(whole.text).not.toContain('usage');
  expect(model.totals()).toMatchObject({ requests: 0, received: 2, input: 0 });
});

test('an answer comes late, or in pieces with time between them', async () => {
  await using model = await playing(after(60, fails(500)), inPieces(3, 20, say('"Done" and done.')));
  const start = performance.now();
  expect((await chat(model, 'ses_1', [CODER])).status).toBe(500);
  const late = performance.now();
  expect(late - start).toBeGreaterThanOrEqual(59);
  const { text } = await chat(model, 'ses_1', [CODER]);
  expect(performance.now() - late).toBeGreaterThanOrEqual(39);
  const pieces = [...text.matchAll(/"delta":\{"content":(".*?[^\\]")\}/gu)].map(([, piece]) =>
    String(JSON.parse(piece ?? '')),
  );
  expect(pieces).toHaveLength(3);
  expect(pieces.join('')).toBe('"Done" and done.');
});

test('a client that goes away in the middle of slow pieces leaves the model standing', async () => {
  const long = inPieces(50, 20, say('x'.repeat(200)));
  await using model = await startScriptedModel(script('left', [coder({ does: [long] }), coder({ does: [DONE] })]));
  const { reader } = await firstOf(await chatStream(model, 'ses_1', [CODER]), 'x');
  await reader.cancel();
  expect((await chat(model, 'ses_1', [CODER, { role: 'user', content: 'Again.' }])).text).toContain('Done.');
});

test('what is done for ever is done in turn, and a script is done once it was reached', async () => {
  await using model = await playing(bash('first'), forever([bash('a'), bash('b')]));
  await chat(model, 'ses_1', [CODER]);
  expect(() => model.assertDone()).toThrow('was not played to its end');
  for (let round = 0; round < 5; round += 1) await chat(model, 'ses_1', [CODER]);
  expect(model.journal.map(({ reply }) => /"command":"(\w+)"/u.exec(reply)?.[1])).toEqual([
    'first',
    'a',
    'b',
    'a',
    'b',
    'a',
  ]);
  model.assertDone();
});

test('what is done for ever can be different each time, and faults too', async () => {
  await using model = await playing(forever((count) => (count % 2 === 0 ? fails(500) : bash(`echo ${count}`))));
  expect((await chat(model, 'ses_1', [CODER])).text).toContain('echo 1');
  expect((await chat(model, 'ses_1', [CODER])).status).toBe(500);
  expect((await chat(model, 'ses_1', [CODER])).text).toContain('echo 3');
});

test('a summary in the middle of a turn is a step of its own, and the turn goes on behind it', async () => {
  const summary = { role: 'system', content: 'You are a context summarization agent. You get a conversation.' };
  const played = script('compaction', [
    coder({ does: [overflows(), bash('true'), DONE] }),
    compaction({ prompt: contains('Fix parseDuration'), does: [fails(500), say('They want it fixed.')] }),
    coder({ prompt: contains('F1'), does: [say('Fixed.')] }),
  ]);
  await using model = await startScriptedModel(played);
  expect((await chat(model, 'ses_1', [CODER])).status).toBe(400);
  expect((await chat(model, 'ses_1', [summary, CODER])).status).toBe(500);
  expect((await chat(model, 'ses_1', [summary, CODER])).text).toContain('They want it fixed.');
  const behind: readonly Sent[] = [
    { role: 'user', content: 'What did we do so far?' },
    { role: 'assistant', content: 'They want it fixed.' },
    { role: 'user', content: 'Go on.' },
  ];
  expect((await chat(model, 'ses_1', behind)).text).toContain('bash');
  expect((await chat(model, 'ses_1', behind)).text).toContain('Done.');
  expect((await chat(model, 'ses_1', [...behind, { role: 'user', content: 'Mend F1.' }])).text).toContain('Fixed.');
  model.assertDone();
  expect(model.totals().byRole).toMatchObject({ coder: { requests: 3 }, compaction: { requests: 1 } });
});

test('a summary that is asked for again and again is one step that survives', async () => {
  const summary = { role: 'system', content: 'You are a context summarization agent.' };
  const played = script('compactions', [
    coder({ survives: true, does: [forever(overflows())] }),
    compaction({ survives: true, does: [forever((count) => say(`Summary ${count}.`))] }),
  ]);
  await using model = await startScriptedModel(played);
  for (const count of [1, 2, 3]) {
    expect((await chat(model, 'ses_1', [{ ...CODER, content: `${CODER.content} ${count}` }])).status).toBe(400);
    expect((await chat(model, 'ses_1', [summary, CODER])).text).toContain(`Summary ${count}.`);
  }
  model.assertDone();
});

test('a summary that no step expects is refused', async () => {
  await using model = await playing(answer({}));
  const refused = await chat(model, 'ses_1', [
    { role: 'system', content: 'You are a context summarization agent.' },
    CODER,
  ]);
  expect(refused.text).toContain('asks for a compaction, which no step expects');
});

test('a step that survives goes on behind another prompt and in another session, until it is over', async () => {
  const played = script('survivor', [
    coder({ survives: true, prompt: contains('parseDuration'), does: [fails(401), bash('true'), breaksOff(), DONE] }),
    coder({ prompt: contains('F1'), does: [say('Fixed.')] }),
  ]);
  await using model = await startScriptedModel(played);
  expect((await chat(model, 'ses_1', [CODER])).status).toBe(401);
  const again: readonly Sent[] = [CODER, { role: 'user', content: 'Go on.' }];
  expect((await chat(model, 'ses_1', again)).text).toContain('bash');
  await expect(chat(model, 'ses_1', again)).rejects.toThrow('terminated');
  expect((await chat(model, 'ses_2', [CODER])).text).toContain('Done.');
  expect((await chat(model, 'ses_2', [CODER, { role: 'user', content: 'Mend F1.' }])).text).toContain('Fixed.');
  model.assertDone();
});

test('something happens before each answer that is late or a fault', async () => {
  const order: string[] = [];
  const note = meanwhile(() => void order.push('meanwhile'));
  await using model = await startScriptedModel(
    script('meanwhile', [coder({ does: [note, after(20, hangsUp()), DONE] })]),
  );
  await chat(model, 'ses_1', [CODER]).catch(() => order.push('fault'));
  expect(order).toEqual(['meanwhile', 'fault']);
});

function playing(...does: readonly (Act | ReturnType<typeof forever>)[]): Promise<ScriptedModel> {
  return startScriptedModel(script('faults', [coder({ does })]));
}

/** What comes until a text is among it, and the reader for the rest. */
async function firstOf(response: Response, text: string) {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (reader === undefined) throw new Error('The answer has no body');
  let first = '';
  while (!first.includes(text)) first += (await reader.read()).value ?? '';
  return { first, reader };
}

function soon(something: Promise<unknown>): Promise<unknown> {
  const silence = new Promise((resolve) => {
    setTimeout(resolve, 200, 'silence');
  });
  return Promise.race([something, silence]);
}
