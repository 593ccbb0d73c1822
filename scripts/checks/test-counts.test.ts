import { describe, expect, it } from 'vitest';
import { complaintOf, describeOutcomes, type Outcome } from './run-steps.ts';
import { STEPS } from './steps.ts';
import { addCounts, parseCounts, readCounts } from './test-counts.ts';

describe('parseCounts', () => {
  it('reads a report of Vitest', () => {
    const report = { numPassedTests: 7, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 };
    expect(parseCounts('vitest', JSON.stringify(report))).toEqual({ passed: 7, failed: 1, skipped: 3 });
  });

  it('reads a report of Playwright', () => {
    const report = { stats: { expected: 5, unexpected: 2, flaky: 1, skipped: 3 } };
    expect(parseCounts('playwright', JSON.stringify(report))).toEqual({ passed: 6, failed: 2, skipped: 3 });
  });
});

describe('readCounts', () => {
  it('counts a run without a report as a failure', () => {
    expect(readCounts({ file: '/nowhere/report.json', kind: 'vitest' }, true)).toEqual({
      passed: 0,
      failed: 1,
      skipped: 0,
    });
  });
});

describe('complaintOf', () => {
  it('begins where Vitest lists errors outside of tests', () => {
    const output = '✓ one\n✓ two\n\n⎯⎯⎯⎯⎯⎯ Unhandled Errors ⎯⎯⎯⎯⎯⎯\nError: lost\n';
    expect(complaintOf(output)).toBe('⎯⎯⎯⎯⎯⎯ Unhandled Errors ⎯⎯⎯⎯⎯⎯\nError: lost');
  });

  it('begins where Playwright lists what failed', () => {
    expect(complaintOf('  ✓  1 a.spec.ts\n\n  1) b.spec.ts › sells\n    Error: no\n')).toBe(
      '  1) b.spec.ts › sells\n    Error: no',
    );
  });

  it('is the end of an output of another shape', () => {
    const lines = Array.from({ length: 300 }, (_, index) => `line ${index}`);
    expect(complaintOf(lines.join('\n'))).toBe(lines.slice(-200).join('\n'));
  });
});

describe('describeOutcomes', () => {
  it('ends with the sum of all tests', () => {
    const outcomes = STEPS.filter((step) => ['lint', 'unit', 'e2e'].includes(step.name)).map(
      (step): Outcome => ({
        step,
        hasPassed: step.name !== 'lint',
        ms: 61_000,
        counts: step.report && { passed: 10, failed: 0, skipped: 0 },
      }),
    );
    const lines = describeOutcomes(outcomes).split('\n');
    expect(lines.at(-1)).toBe('20 passed, 0 failed');
    expect(lines.find((line) => line.startsWith('Lint'))).toMatch(/FAILED/);
  });

  it('adds up', () => {
    const counts = { passed: 1, failed: 2, skipped: 3 };
    expect(addCounts([counts, counts])).toEqual({ passed: 2, failed: 4, skipped: 6 });
  });
});
