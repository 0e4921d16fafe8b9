import { describe, expect, it } from 'vitest';
import { createFamilies } from '../../src/gateway/families.ts';

describe('a request', () => {
  it('belongs to the session at the top, however deep it was made', () => {
    const family = createFamilies();
    expect(family({ 'x-session-id': 'top' })).toEqual({ session: 'top', root: 'top' });
    expect(family({ 'x-session-id': 'child', 'x-parent-session-id': 'top' })).toEqual({
      session: 'child',
      root: 'top',
    });
    expect(family({ 'x-session-id': 'grandchild', 'x-parent-session-id': 'child' })).toEqual({
      session: 'grandchild',
      root: 'top',
    });
    expect(family({ 'x-session-id': 'grandchild' }).root).toBe('top');
  });

  it('is known by the header of OpenCode’s own provider too', () => {
    expect(createFamilies()({ 'x-opencode-session': 'zen' })).toEqual({ session: 'zen', root: 'zen' });
  });

  it('without a name that could be one has no family', () => {
    const family = createFamilies();
    const nobody = { session: null, root: null };
    expect(family({})).toEqual(nobody);
    expect(family({ 'x-session-id': '' })).toEqual(nobody);
    expect(family({ 'x-session-id': 'x'.repeat(101) })).toEqual(nobody);
    expect(family({ 'x-parent-session-id': 'top' })).toEqual(nobody);
  });

  it('cannot move to another family later', () => {
    const family = createFamilies();
    family({ 'x-session-id': 'child', 'x-parent-session-id': 'top' });
    expect(family({ 'x-session-id': 'child', 'x-parent-session-id': 'other' }).root).toBe('top');
  });

  it('of a family that goes in circles still has a top', () => {
    const family = createFamilies();
    expect(family({ 'x-session-id': 'self', 'x-parent-session-id': 'self' }).root).toBe('self');
    family({ 'x-session-id': 'one', 'x-parent-session-id': 'other' });
    expect(['one', 'other']).toContain(family({ 'x-session-id': 'other', 'x-parent-session-id': 'one' }).root);
  });

  it('is its own family once as many are known as are remembered', () => {
    const family = createFamilies();
    for (let count = 0; count < 10_000; count += 1)
      family({ 'x-session-id': `child-${count}`, 'x-parent-session-id': 'top' });
    expect(family({ 'x-session-id': 'late', 'x-parent-session-id': 'top' }).root).toBe('late');
    expect(family({ 'x-session-id': 'child-7' }).root).toBe('top');
  });
});
