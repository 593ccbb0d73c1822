import path from 'node:path';

export const REPORTS = '.data/reports';

export interface Step {
  name: string;
  title: string;
  /** Commands to run one after the other, each a tool of node_modules/.bin or `node`, with its arguments. */
  commands: string[][];
  /** A test runner: its output is shown as it comes, and its counts are read from this report. */
  report?: { file: string; kind: 'vitest' | 'playwright' };
}

const unit = path.join(REPORTS, 'unit.json');
const integration = path.join(REPORTS, 'integration.json');

/** Everything `npm test` runs, quick answers first. Types and type-aware lint read generated code, so it comes first. */
export const STEPS: Step[] = [
  check('format', 'Formatting', ['oxfmt', '--check']),
  check('generate', 'Generated code', ['turbo', 'run', 'generate', '--output-logs=errors-only']),
  check('lint', 'Lint', ['oxlint', '--type-aware', '--deny-warnings']),
  check(
    'types',
    'Types',
    ['turbo', 'run', 'typecheck', '--output-logs=errors-only'],
    ['tsc', '-p', 'scripts'],
  ),
  check('boundaries', 'Walls between packages', ['turbo', 'boundaries', '--no-color']),
  check('knip', 'Nothing unused', ['knip', '--no-progress']),
  check('docs', 'Links and paths in the docs', ['node', 'scripts/check-docs.mjs']),
  {
    name: 'unit',
    title: 'Unit tests',
    commands: [['vitest', 'run', '--project', 'unit', ...vitestReport(unit)]],
    report: { file: unit, kind: 'vitest' },
  },
  {
    name: 'integration',
    title: 'Integration tests',
    commands: [['vitest', 'run', '--project', 'integration', ...vitestReport(integration)]],
    report: { file: integration, kind: 'vitest' },
  },
  check('relevance', 'Relevance of the search', ['node', 'scripts/search-relevance.mjs']),
  check('drift', 'Migrations match the schema', ['node', 'scripts/check-drift.mjs']),
  check('build', 'Production builds', ['turbo', 'run', 'build', '--output-logs=errors-only']),
  {
    name: 'e2e',
    title: 'End-to-end tests',
    commands: [['node', 'scripts/e2e.mjs']],
    report: { file: path.join(REPORTS, 'e2e.json'), kind: 'playwright' },
  },
];

/** What `npm run verify` runs: no database, no build, no browser. */
export const FAST_STEPS = ['format', 'generate', 'lint', 'types', 'boundaries', 'knip', 'docs', 'unit'];

function check(name: string, title: string, ...commands: string[][]): Step {
  return { name, title, commands };
}

function vitestReport(file: string): string[] {
  return ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
}
