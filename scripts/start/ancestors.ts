import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { startTimeOf } from './process-identity.mjs';

const MAX_DEPTH = 4;

export interface Ancestor {
  pid: number;
  startedAt: string | undefined;
}

interface ProcessEntry {
  parent: number;
  /** Its title, as it calls itself: npm's begins with `npm`. */
  title: string;
}

/**
 * The processes between us and the npm that started us, npm included: when one of them is gone, nobody can stop us with
 * Ctrl-C any more. Empty when no npm did: then whoever started us may leave.
 */
export function findStarters(lookUp = lookUpProcess, self = process.ppid): Ancestor[] {
  const starters: number[] = [];
  let pid = self;
  while (pid > 1 && starters.length < MAX_DEPTH) {
    const entry = lookUp(pid);
    if (entry === undefined) return [];
    starters.push(pid);
    if (entry.title.startsWith('npm'))
      return starters.map((one) => ({ pid: one, startedAt: startTimeOf(one) }));
    pid = entry.parent;
  }
  return [];
}

export function isGone({ pid, startedAt }: Ancestor): boolean {
  return startTimeOf(pid) !== startedAt;
}

function lookUpProcess(pid: number): ProcessEntry | undefined {
  try {
    return process.platform === 'linux' ? readLinuxEntry(pid) : readEntryWithPs(pid);
  } catch {
    return undefined;
  }
}

function readLinuxEntry(pid: number): ProcessEntry {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const [, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return { parent: Number(parent), title: readFileSync(`/proc/${pid}/cmdline`, 'utf8') };
}

function readEntryWithPs(pid: number): ProcessEntry {
  const line = execFileSync('ps', ['-o', 'ppid=,args=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  const [parent, ...title] = line.split(/\s+/);
  return { parent: Number(parent), title: title.join(' ') };
}
