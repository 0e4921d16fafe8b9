import { expect, test } from 'vitest';
import { readInputs } from '../../../src/config/inputs.ts';
import type { Finding } from '../../../src/finding.ts';
import { beginSteps, tellFindings } from '../../../src/pipeline/loop/step-report.ts';
import { createStory } from '../../../src/pipeline/told/story.ts';
import { createRedactor } from '../../../src/text/redact.ts';
import { pullTarget } from '../../publish/world.ts';
import { invocationOn, OPEN, PLAN } from '../kept.ts';

const named = (id: string): Finding => ({ ...OPEN, id });
const EARLIER = [named('F1'), named('S1.F1')];
const PLANNED = {
  ...PLAN.plan,
  steps: ['S1', 'S12'].map((id) => ({ id, title: id, files: [], read: [], action: '', success: '', depends: [] })),
};

function telling() {
  const story = createStory(invocationOn(pullTarget(1)), {
    inputs: readInputs({}),
    run: { id: 1, attempt: 1, url: null, repositoryUrl: '', workspace: '', root: '', record: '' },
    now: () => 0,
    log: () => undefined,
    redact: createRedactor([]),
    ownSecrets: () => [],
  });
  beginSteps({ story }, PLANNED, EARLIER);
  return {
    tell: (prefix: string, ...ids: readonly string[]) =>
      tellFindings({ story }, { prefix, findings: ids.map(named), earlier: EARLIER }),
    told: () => story.state().findings.map(({ id }) => id),
  };
}

test('what earlier runs left open is open while steps are at work, for a run that ends then', () => {
  const { tell, told } = telling();
  expect(told()).toEqual(['F1', 'S1.F1']);
  tell('S1.', 'S1.F2');
  expect(told()).toEqual(['F1', 'S1.F1', 'S1.F2']);
});

test('each step tells of its own findings anew, and of no other step’s', () => {
  const { tell, told } = telling();
  tell('S12.', 'S12.F1');
  tell('S1.', 'S1.F2', 'S1.F3');
  tell('S1.', 'S1.F3');
  expect(told()).toEqual(['F1', 'S1.F1', 'S12.F1', 'S1.F3']);
});
