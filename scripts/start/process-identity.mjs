import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * What tells a process from a later one with the same number: when it started. Undefined when there is none.
 * @param {number} pid @returns {string | undefined}
 */
export function startTimeOf(pid) {
  try {
    if (process.platform === 'linux') return linuxStartTime(pid);
    if (process.platform === 'win32') return windowsStartTime(pid);
    const started = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return started.trim() || undefined;
  } catch {
    return undefined;
  }
}

/** @param {number} pid */
function linuxStartTime(pid) {
  const started = parseStartTime(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  return started === undefined ? undefined : `${boot}/${started}`;
}

/**
 * The 22nd field of /proc/<pid>/stat, in ticks since boot; undefined for a zombie, which has ended already. The second
 * field is the program's name in brackets and may hold spaces and brackets itself.
 * @param {string} stat @returns {string | undefined}
 */
export function parseStartTime(stat) {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
}

/** @param {number} pid */
function windowsStartTime(pid) {
  const command = `(Get-Process -Id ${pid}).StartTime.ToFileTimeUtc()`;
  const started = execFileSync('powershell', ['-NoProfile', '-Command', command], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return started.trim() || undefined;
}
