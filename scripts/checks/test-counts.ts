import { existsSync, readFileSync } from 'node:fs';
import type { Step } from './steps.ts';

export interface TestCounts {
  passed: number;
  failed: number;
  skipped: number;
}

const NONE: TestCounts = { passed: 0, failed: 0, skipped: 0 };

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
}

/**
 * Counts of a test step from its runner's report. A run that failed without naming a test (a file that does not load, a
 * runner that does not start) counts as one failure, so that it can never look green.
 */
export function readCounts(report: NonNullable<Step['report']>, hasFailed: boolean): TestCounts {
  const counts = existsSync(report.file) ? parseCounts(report.kind, readFileSync(report.file, 'utf8')) : NONE;
  return hasFailed && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** @throws SyntaxError on a report that is not JSON */
export function parseCounts(kind: 'vitest' | 'playwright', text: string): TestCounts {
  if (kind === 'vitest') {
    const report = JSON.parse(text) as VitestReport;
    const skipped = report.numPendingTests + report.numTodoTests;
    return { passed: report.numPassedTests, failed: report.numFailedTests, skipped };
  }
  const { stats } = JSON.parse(text) as PlaywrightReport;
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
}

export function addCounts(all: TestCounts[]): TestCounts {
  return all.reduce(
    (sum, counts) => ({
      passed: sum.passed + counts.passed,
      failed: sum.failed + counts.failed,
      skipped: sum.skipped + counts.skipped,
    }),
    NONE,
  );
}
