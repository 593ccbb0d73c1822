import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { ChildOptions } from './children.ts';
import type { Environment } from './settings.ts';

const WEB_APPS = ['admin', 'storefront'];

/** The tool that runs a task in every workspace that has it, and skips what has not changed. */
export function describeTurbo(
  root: string,
  task: 'build' | 'generate' | 'typecheck',
  env: Environment,
): ChildOptions {
  return {
    name: task,
    args: [
      path.join(root, 'node_modules/turbo/bin/turbo'),
      'run',
      task,
      '--output-logs=new-only',
      '--no-color',
    ],
    cwd: root,
    env: {
      ...env,
      NODE_ENV: undefined,
      PATH: [path.dirname(process.execPath), env.PATH].join(path.delimiter),
      TURBO_TELEMETRY_DISABLED: '1',
      TURBO_NO_UPDATE_NOTIFIER: '1',
      NEXT_TELEMETRY_DISABLED: '1',
      CHECKPOINT_DISABLE: '1',
    },
  };
}

/** Next leaves what the browser loads beside the standalone server, which expects it inside. */
export function completeStandaloneBuilds(root: string): void {
  for (const app of WEB_APPS) {
    const folder = path.join(root, 'apps', app);
    const standalone = path.join(folder, '.next/standalone/apps', app);
    const statics = path.join(standalone, '.next/static');
    const mark = path.join(statics, 'BUILD_ID');
    const buildId = path.join(folder, '.next/BUILD_ID');
    if (existsSync(mark) && readFileSync(mark, 'utf8') === readFileSync(buildId, 'utf8')) continue;
    rmSync(statics, { recursive: true, force: true });
    cpSync(path.join(folder, '.next/static'), statics, { recursive: true });
    const assets = path.join(folder, 'public');
    if (existsSync(assets)) cpSync(assets, path.join(standalone, 'public'), { recursive: true });
    cpSync(buildId, mark);
  }
}
