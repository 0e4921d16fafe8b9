import { expect, test } from 'vitest';
import { Failure } from '../../src/failure.ts';
import { fillTemplate } from '../../src/text/template.ts';

test('each placeholder gets its value, wherever it stands', () => {
  expect(fillTemplate('{{a}} and {{b}}, {{a}}', { a: '1', b: '2' })).toBe('1 and 2, 1');
});

test('a value is put in as it is and not looked at again', () => {
  expect(fillTemplate('{{a}}{{b}}', { a: '{{b}} $& $1 `rm`', b: '' })).toBe('{{b}} $& $1 `rm`');
});

test.each([
  ['one left unfilled', '{{a}} {{b}}', { a: '1' }, 'no value for {{b}}'],
  ['a value that nothing asks for', '{{a}}', { a: '1', c: '' }, 'no placeholder for c'],
  ['a malformed one', '{{ a }}', { a: '1' }, 'no value for {{ a }}'],
  ['an inherited name', '{{toString}}', {}, 'no value for {{toString}}'],
])('%s is an error that names it', (_, template, values, message) => {
  expect(() => fillTemplate(template, values)).toThrow(message);
  expect(() => fillTemplate(template, values)).toThrow(Failure);
});
