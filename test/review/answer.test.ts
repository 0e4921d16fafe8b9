import { describe, expect, it } from 'vitest';
import { answerSchema, readAnswer } from '../../src/review/answer.ts';
import { findObject } from '../../src/text/find-object.ts';

const ANSWER = { summary: 'Fine.', findings: [], acceptance: [] };

const read = (text: string, isAgain = false) => readAnswer(findObject(text), isAgain);

describe('a reviewer’s answer', () => {
  it('is taken as data where it came as data', () => {
    expect(readAnswer(ANSWER, false)).toEqual({ kind: 'valid', value: { ...ANSWER, resolutions: [] } });
  });

  it.each([
    ['alone', JSON.stringify(ANSWER)],
    ['in a fence', `Here it is:\n\n\`\`\`json\n${JSON.stringify(ANSWER, null, 2)}\n\`\`\`\nDone.`],
    ['in a fence without a language', `\`\`\`\n${JSON.stringify(ANSWER)}\n\`\`\``],
    ['between prose', `I judge as follows: ${JSON.stringify(ANSWER)} That is all.`],
  ])('is found in text when it stands %s', (_, text) => {
    expect(read(text).kind).toBe('valid');
  });

  it.each([
    ['prose', 'Looks good to me, verdict: pass.', 'the object'],
    ['an empty text', '', 'the object'],
    ['a list', '[]', 'the object'],
    ['an unknown severity', JSON.stringify({ ...ANSWER, findings: [{ severity: 'fatal' }] }), 'findings.0.severity'],
    ['a missing part', JSON.stringify({ summary: 'x' }), 'findings'],
  ])('is invalid as %s, and says why', (_, text, problem) => {
    const parsed = read(text);
    expect(parsed.kind).toBe('invalid');
    expect(parsed.kind === 'invalid' ? parsed.problem : '').toContain(problem);
  });

  it('needs resolutions when it is a second look', () => {
    expect(read(JSON.stringify(ANSWER), true).kind).toBe('invalid');
    expect(read(JSON.stringify({ ...ANSWER, resolutions: [] }), true).kind).toBe('valid');
  });

  it('is asked for by a JSON Schema that says what is required', () => {
    expect(answerSchema(true)).toMatchObject({
      type: 'object',
      required: ['summary', 'findings', 'acceptance', 'resolutions'],
    });
  });
});
