import { readdirSync, readFileSync } from 'node:fs';

const ticksPerSecond = 100;

/** Milliseconds of processor time that a process has used; null where the system does not tell. */
export function cpuOf(pid: number): number | null {
  const stat = readStat(pid);
  return stat && toMilliseconds(stat.own);
}

/** Of a process, its children and those that it has already buried. */
export function cpuOfFamily(pid: number): number | null {
  const parent = readStat(pid);
  if (parent === null) return null;
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .map((name) => readStat(Number(name)))
    .filter((stat) => stat?.parent === pid);
  return toMilliseconds(
    parent.own + parent.buried + children.reduce((sum, child) => sum + (child?.own ?? 0), 0),
  );
}

function toMilliseconds(ticks: number): number {
  return (ticks * 1000) / ticksPerSecond;
}

function readStat(pid: number): { parent: number; own: number; buried: number } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, in brackets, may hold spaces; field 4 of proc(5) comes second behind it.
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const at = (field: number) => fields[field - 3] ?? 0;
    return { parent: at(4), own: at(14) + at(15), buried: at(16) + at(17) };
  } catch {
    return null;
  }
}
