import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { formatDuration, Progress } from '../start/progress.mjs';
import { REPORTS, type Step } from './steps.ts';
import { addCounts, readCounts, type TestCounts } from './test-counts.ts';

export interface Outcome {
  step: Step;
  hasPassed: boolean;
  ms: number;
  counts: TestCounts | undefined;
  /** What a test runner that failed said of it. */
  complaint?: string | undefined;
}

interface CommandResult {
  code: number | null;
  output: string;
}

let current: ChildProcess | undefined;

/** Runs every step, failing ones included, and ends with a table and the sum of the tests. Resolves to the exit code. */
export async function runSteps(steps: Step[]): Promise<number> {
  mkdirSync(REPORTS, { recursive: true });
  let isStopped = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      isStopped = true;
      current?.kill(signal);
    });
  }
  const outcomes: Outcome[] = [];
  for (const step of steps) {
    outcomes.push(await runStep(step));
    if (isStopped) break;
  }
  for (const { step, complaint } of outcomes) {
    if (complaint !== undefined) console.log(`\n── What failed: ${step.title} ──\n${complaint}`);
  }
  console.log(describeOutcomes(outcomes));
  return !isStopped && outcomes.every((outcome) => outcome.hasPassed) ? 0 : 1;
}

/** The closing table; its last line is the sum of all tests, as `N passed, N failed`. */
export function describeOutcomes(outcomes: Outcome[]): string {
  const rows = outcomes.map(({ step, hasPassed, ms, counts }) => {
    const result = hasPassed ? 'passed' : 'FAILED';
    return `${step.title.padEnd(30)} ${result}  ${formatDuration(ms).padStart(12)}  ${describeCounts(counts)}`.trimEnd();
  });
  const sum = addCounts(outcomes.flatMap(({ counts }) => counts ?? []));
  const total = outcomes.reduce((ms, outcome) => ms + outcome.ms, 0);
  return `\n${rows.join('\n')}\n${'Together'.padEnd(38)}  ${formatDuration(total).padStart(12)}\n\n${sum.passed} passed, ${sum.failed} failed`;
}

function describeCounts(counts: TestCounts | undefined): string {
  if (counts === undefined) return '';
  const skipped = counts.skipped === 0 ? '' : `, ${counts.skipped} skipped`;
  return `${counts.passed} passed, ${counts.failed} failed${skipped}`;
}

async function runStep(step: Step): Promise<Outcome> {
  const startedAt = Date.now();
  const { code, output } = step.report === undefined ? await runQuietly(step) : await runAloud(step);
  const hasPassed = code === 0;
  const counts = step.report === undefined ? undefined : readCounts(step.report, !hasPassed);
  const complaint = hasPassed || step.report === undefined ? undefined : complaintOf(output);
  return { step, hasPassed, ms: Date.now() - startedAt, counts, complaint };
}

// A check speaks only when it fails, and then in full.
async function runQuietly(step: Step): Promise<CommandResult> {
  let failed: CommandResult | undefined;
  const runAll = async () => {
    for (const command of step.commands) {
      const result = await runCommand(command, false);
      if (result.code === 0) continue;
      failed = result;
      throw new Error(`${command.join(' ')} ended with code ${result.code}`);
    }
  };
  await new Progress().step(step.title, runAll).catch((error: unknown) => {
    console.log(
      `\n${failed?.output.trimEnd() ?? ''}\n${error instanceof Error ? error.message : String(error)}\n`,
    );
    failed ??= { code: 1, output: '' };
  });
  return failed ?? { code: 0, output: '' };
}

// A test runner is shown as it goes: its own counts are what people trust.
async function runAloud(step: Step): Promise<CommandResult> {
  console.log(`\n── ${step.title} ──`);
  rmSync(step.report?.file ?? '', { force: true });
  for (const command of step.commands) {
    const result = await runCommand(command, true);
    if (result.code !== 0) return result;
  }
  return { code: 0, output: '' };
}

const longestComplaint = 200;

/** The end of a test runner's output, from where it lists what failed: errors outside of tests stand in no report. */
export function complaintOf(output: string): string {
  const lines = output.trimEnd().split('\n');
  const first = lines.findIndex((line) => /⎯{4}.*(?:Failed|Unhandled)|^\s+1\) /u.test(line));
  const told = first === -1 ? lines.slice(-longestComplaint) : lines.slice(first, first + longestComplaint);
  return told.join('\n');
}

function runCommand([tool = '', ...args]: string[], isAloud: boolean): Promise<CommandResult> {
  const isWindows = process.platform === 'win32';
  const program = tool === 'node' ? process.execPath : path.resolve('node_modules/.bin', tool);
  const PATH = [path.resolve('node_modules/.bin'), path.dirname(process.execPath), process.env.PATH].join(
    path.delimiter,
  );
  const child = spawn(isWindows && tool !== 'node' ? `${program}.cmd` : program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: isWindows,
    env: {
      ...process.env,
      ...(isAloud && process.stdout.isTTY && { FORCE_COLOR: '1' }),
      PATH,
      TURBO_TELEMETRY_DISABLED: '1',
      NEXT_TELEMETRY_DISABLED: '1',
      CHECKPOINT_DISABLE: '1',
    },
  });
  current = child;
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (isAloud) process.stdout.write(chunk);
    });
  }
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 1, output: error.message }));
    child.once('close', (code) => resolve({ code, output }));
  });
}
