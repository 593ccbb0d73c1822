import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isAlive, PidFile } from './pid-file.mjs';
import { parseStartTime, startTimeOf } from './process-identity.mjs';
import { recoverLastRun } from './recover.mjs';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'turing-pids-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function startSleeper(): { pid: number; ended: Promise<void> } {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {
    detached: true,
    stdio: 'ignore',
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  return { pid: child.pid ?? 0, ended };
}

function writePidFile(content: unknown): PidFile {
  const pidFile = new PidFile(folder);
  writeFileSync(pidFile.file, typeof content === 'string' ? content : JSON.stringify(content));
  return pidFile;
}

const endedSupervisor = { name: 'supervisor', pid: 999_999_999, startedAt: 'long ago' };

describe('parseStartTime', () => {
  it('reads past a program name with spaces and brackets', () => {
    const fields = Array.from({ length: 50 }, (_, index) => String(index + 3));
    expect(parseStartTime(`42 (my (odd) name) S ${fields.slice(1).join(' ')}`)).toBe('22');
  });

  it('takes a zombie for ended', () => {
    expect(parseStartTime('42 (node) Z 1 1 1')).toBeUndefined();
  });
});

describe('PidFile', () => {
  it('remembers its children and forgets those that ended', () => {
    const pidFile = new PidFile(folder);
    pidFile.claim();
    pidFile.add('api', process.pid);
    pidFile.add('worker', process.ppid);
    pidFile.remove(process.ppid);
    expect(new PidFile(folder).read()).toMatchObject({
      supervisor: { pid: process.pid },
      children: [{ name: 'api', pid: process.pid, startedAt: startTimeOf(process.pid) }],
    });
    pidFile.release();
    expect(existsSync(pidFile.file)).toBe(false);
  });

  it.each(['', '{"supervisor":', '[]', '{"supervisor":{"name":"x","pid":1},"children":[]}'])(
    'takes %j, which a crash may leave, for nothing',
    (content) => {
      expect(writePidFile(content).read()).toBeUndefined();
    },
  );

  it('tells a process from another one that has its number now', () => {
    expect(isAlive({ name: 'me', pid: process.pid, startedAt: startTimeOf(process.pid) })).toBe(true);
    expect(isAlive({ name: 'me', pid: process.pid, startedAt: 'another time' })).toBe(false);
    expect(isAlive({ name: 'me', pid: process.pid, startedAt: undefined })).toBe(false);
  });
});

describe('recoverLastRun', () => {
  it('stops what a killed start left, and nothing that merely has its number', async () => {
    const leftover = startSleeper();
    const stranger = startSleeper();
    const pidFile = writePidFile({
      supervisor: endedSupervisor,
      isStopping: false,
      children: [
        { name: 'api', pid: leftover.pid, startedAt: startTimeOf(leftover.pid) },
        { name: 'worker', pid: stranger.pid, startedAt: 'another time' },
      ],
    });
    expect(await recoverLastRun(pidFile)).toBe(1);
    await leftover.ended;
    expect(startTimeOf(stranger.pid)).toBeDefined();
    process.kill(-stranger.pid, 'SIGKILL');
    await stranger.ended;
  });

  it('refuses to start beside a start that is alive', async () => {
    const other = startSleeper();
    const supervisor = { name: 'supervisor', pid: other.pid, startedAt: startTimeOf(other.pid) };
    const pidFile = writePidFile({ supervisor, isStopping: false, children: [] });
    await expect(recoverLastRun(pidFile)).rejects.toThrow(`It is running already, as process ${other.pid}.`);
    process.kill(-other.pid, 'SIGKILL');
    await other.ended;
  });

  it('waits for a start that is stopping', async () => {
    const other = startSleeper();
    const supervisor = { name: 'supervisor', pid: other.pid, startedAt: startTimeOf(other.pid) };
    const pidFile = writePidFile({ supervisor, isStopping: true, children: [] });
    const recovered = recoverLastRun(pidFile);
    process.kill(-other.pid, 'SIGTERM');
    expect(await recovered).toBe(0);
  });
});
