import { describe, expect, it } from 'vitest';
import { findStarters } from './ancestors.ts';

function lookUpIn(processes: Record<number, { parent: number; title: string }>) {
  return (pid: number) => processes[pid];
}

describe('findStarters', () => {
  it('names everything up to npm, and not the terminal above it', () => {
    const lookUp = lookUpIn({
      30: { parent: 20, title: 'sh -c node scripts/start.mjs' },
      20: { parent: 10, title: 'npm start' },
      10: { parent: 1, title: 'bash' },
    });
    expect(findStarters(lookUp, 30).map(({ pid }) => pid)).toEqual([30, 20]);
  });

  it('names nobody when no npm started us', () => {
    const lookUp = lookUpIn({ 30: { parent: 20, title: 'bash' }, 20: { parent: 1, title: 'sshd' } });
    expect(findStarters(lookUp, 30)).toEqual([]);
  });
});
