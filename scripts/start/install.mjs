import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { StepFailure } from './failure.mjs';
import { signalGroup } from './stop-process.mjs';

// npm names the error first and explains how it is used after it.
const OUTPUT_LINES = 20;

/** @typedef {{ version?: string, link?: boolean, resolved?: string, optional?: boolean, devOptional?: boolean }} LockedPackage */
/** @typedef {Record<string, LockedPackage>} LockedPackages */

/**
 * Packages that the lockfile wants and node_modules lacks or has otherwise. npm writes node_modules/.package-lock.json
 * when it has finished and removes it first, so an interrupted install has none: then everything is missing.
 * @param {string} root @returns {string[]}
 */
export function missingPackages(root) {
  const wanted = readPackages(path.join(root, 'package-lock.json'));
  const installed = readPackages(path.join(root, 'node_modules/.package-lock.json'));
  return comparePackages(wanted, installed);
}

/** @param {LockedPackages} wanted @param {LockedPackages} installed @returns {string[]} */
export function comparePackages(wanted, installed) {
  return Object.entries(wanted).flatMap(([name, entry]) => {
    const found = installed[name];
    // The root itself is not listed, and packages for other platforms stay out.
    const mayBeAbsent = name === '' || entry.optional === true || entry.devOptional === true;
    if (found === undefined) return mayBeAbsent ? [] : [name];
    return found.version === entry.version && found.link === entry.link ? [] : [name];
  });
}

/**
 * Installs exactly what the lockfile names, a second time when the first fails: a registry that hiccups is common.
 * @param {{ root: string, pidFile?: import('./pid-file.mjs').PidFile, say: (line: string) => void }} options
 */
export async function installPackages({ root, pidFile, say }) {
  const first = await runNpmCi({ root, pidFile, say });
  if (first.code === 0) return;
  if (first.output.includes('EUSAGE')) throw mismatch(first.output);
  say('the first try failed, trying once more');
  const second = await runNpmCi({ root, pidFile, say });
  if (second.code === 0) return;
  throw new StepFailure('npm could not install the packages, twice.', {
    remedy:
      'Its last words are above. Check that the npm registry is reachable (npm ping), then start again.',
    output: second.output,
  });
}

/** @param {string} output */
function mismatch(output) {
  return new StepFailure('package-lock.json and the package.json files do not agree.', {
    remedy: 'Run `npm install` once, commit what it changes in package-lock.json, and start again.',
    output,
  });
}

/** The pinned Node.js, which npm installs like any package; this one when that cannot run here. @param {string} root */
export function pinnedNode(root) {
  const wanted = readPackages(path.join(root, 'package-lock.json'))['node_modules/node']?.version;
  if (wanted === undefined || process.version === `v${wanted}`) return process.execPath;
  const folder = path.join(root, 'node_modules/node');
  const program = path.join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(program)) {
    // Its program comes with an install script, which some npm settings leave out.
    spawnSync(process.execPath, ['installArchSpecificPackage.js'], { cwd: folder, stdio: 'ignore' });
  }
  if (versionOf(program) === `v${wanted}`) return program;
  if (Number(process.versions.node.split('.')[0]) >= Number(wanted.split('.')[0])) return process.execPath;
  throw new StepFailure(
    `Node.js ${wanted}, which npm installs for this repository, does not run on this machine.`,
    {
      remedy: `Install Node.js ${wanted.split('.')[0]} or newer from https://nodejs.org and start again.`,
    },
  );
}

/** @param {string} program */
function versionOf(program) {
  return spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout?.trim();
}

/** @param {string} file @returns {LockedPackages} */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}

/**
 * @param {{ root: string, pidFile?: import('./pid-file.mjs').PidFile, say: (line: string) => void }} options
 * @returns {Promise<{ code: number | null, output: string }>}
 */
function runNpmCi({ root, pidFile, say }) {
  const { command, args } = npmCommand();
  const child = spawn(command, [...args, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    env: environmentWithoutOwnNode(root),
    detached: process.platform !== 'win32',
    shell: command === 'npm' && process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { pid } = child;
  if (pid !== undefined) pidFile?.add('npm ci', pid);
  const stop = () => pid !== undefined && signalGroup(pid, 'SIGTERM');
  process.once('exit', stop);
  /** @type {string[]} */
  const lines = [];
  const collect = (/** @type {Buffer} */ chunk) => {
    lines.push(...String(chunk).split('\n').filter(Boolean));
    say(lines.at(-1) ?? '');
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  return new Promise((resolve) => {
    child.on('error', (error) => lines.push(error.message));
    child.on('close', (code) => {
      process.off('exit', stop);
      if (pid !== undefined) pidFile?.remove(pid);
      resolve({ code, output: lines.slice(0, OUTPUT_LINES).join('\n') });
    });
  });
}

// `npm start` tells which npm runs it and on which Node; run by hand, whatever npm is on the PATH.
function npmCommand() {
  const { npm_execpath: script, npm_node_execpath: node } = process.env;
  if (script === undefined || !/npm-cli\.c?js$/.test(script)) return { command: 'npm', args: [] };
  return { command: node !== undefined && existsSync(node) ? node : process.execPath, args: [script] };
}

// npm deletes node_modules first: its own scripts must not look for Node.js in there.
/** @param {string} root */
function environmentWithoutOwnNode(root) {
  const own = path.join(root, 'node_modules');
  const PATH = (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter((folder) => !folder.startsWith(own))
    .join(path.delimiter);
  const inherited = Object.entries(process.env).filter(([name]) => !/^npm_(lifecycle|package)/.test(name));
  // The engine that Prisma would download: prisma.config.ts names the same one.
  const engine = path.join(root, 'packages/db/tools/schema-engine.mjs');
  return { PRISMA_SCHEMA_ENGINE_BINARY: engine, ...Object.fromEntries(inherited), PATH };
}
