import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, createWriteStream, openSync } from 'node:fs';
import { StepFailure } from './failure.mjs';
import { openLog, tailOf } from './log-files.ts';
import { isAlive, type PidFile, type ProcessRecord } from './pid-file.mjs';
import type { Environment } from './settings.ts';
import { signalGroup, stopProcess } from './stop-process.mjs';

export interface ChildOptions {
  name: string;
  args: string[];
  /** Program to run; this Node.js by default. */
  command?: string;
  cwd: string;
  env: Environment;
}

export interface Child {
  name: string;
  pid: number;
  logFile: string;
  process: ChildProcess;
}

/** The processes of one start: each leads its own group, is in the pid file and writes its own log. */
export class Children {
  readonly #running = new Set<Child>();
  readonly #adopted: ProcessRecord[] = [];
  readonly #dataDir: string;
  readonly #pidFile: PidFile;
  #isStopping = false;
  /** Called when a service ends by itself. */
  onUnexpectedExit: (child: Child) => void = () => {};

  constructor(dataDir: string, pidFile: PidFile) {
    this.#dataDir = dataDir;
    this.#pidFile = pidFile;
  }

  /** Starts a service that is to run until `stopAll`. */
  start(options: ChildOptions): Child {
    const logFile = openLog(this.#dataDir, options.name);
    const log = openSync(logFile, 'a');
    const process_ = this.#spawn(options, ['ignore', log, log]);
    closeSync(log);
    const child = this.#track(options.name, process_, logFile);
    process_.once('exit', () => {
      this.#forget(child);
      if (!this.#isStopping) this.onUnexpectedExit(child);
    });
    return child;
  }

  /** Runs a tool to its end; each line it prints goes to its log and to `say`. @throws StepFailure when it fails */
  async run(options: ChildOptions & { remedy: string }, say: (line: string) => void): Promise<void> {
    const logFile = openLog(this.#dataDir, options.name);
    const log = createWriteStream(logFile);
    const process_ = this.#spawn(options, ['ignore', 'pipe', 'pipe']);
    const child = this.#track(options.name, process_, logFile);
    for (const stream of [process_.stdout, process_.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        log.write(chunk);
        const last = chunk.toString().trimEnd().split('\n').at(-1);
        if (last !== undefined && last !== '') say(last);
      });
    }
    const code = await new Promise<number | null>((resolve) => {
      process_.once('close', resolve);
    });
    this.#forget(child);
    await new Promise((resolve) => {
      log.end(resolve);
    });
    if (code === 0) return;
    throw new StepFailure(`${options.name} ended with code ${code}.`, {
      remedy: options.remedy,
      output: tailOf(logFile),
    });
  }

  /** Takes over a process that other code started: it is stopped last, when nothing needs it any more. */
  adopt(name: string, pid: number): void {
    const record = this.#pidFile.add(name, pid);
    this.#adopted.push(record);
    if (this.#isStopping) signalGroup(pid, 'SIGTERM');
  }

  /** Reports the end of an adopted process like that of a service. */
  watch(child: Child): void {
    child.process.once('exit', () => {
      this.#pidFile.remove(child.pid);
      if (!this.#isStopping) this.onUnexpectedExit(child);
    });
  }

  /** Stops the services and tools, all at once, then what was adopted. */
  async stopAll(): Promise<void> {
    this.#isStopping = true;
    await Promise.all([...this.#running].map((child) => stopProcess(child, () => this.#running.has(child))));
    await Promise.all(this.#adopted.filter(isAlive).map((child) => stopProcess(child, () => isAlive(child))));
  }

  /** Ends everything at once, without waiting. */
  killAll(): void {
    this.#isStopping = true;
    for (const child of this.#running) signalGroup(child.pid, 'SIGKILL');
    for (const child of this.#adopted.filter(isAlive)) signalGroup(child.pid, 'SIGQUIT');
  }

  #spawn(options: ChildOptions, stdio: ('ignore' | 'pipe' | number)[]): ChildProcess {
    const { command = process.execPath, args, cwd, env } = options;
    if (this.#isStopping) throw new StepFailure('It is stopping.', { remedy: 'Start again.' });
    return spawn(command, args, { cwd, env, stdio, detached: process.platform !== 'win32' });
  }

  #track(name: string, process_: ChildProcess, logFile: string): Child {
    if (process_.pid === undefined) {
      process_.once('error', () => {});
      throw new StepFailure(`${name} could not be started.`, {
        remedy: 'Install afresh: delete node_modules and start again.',
      });
    }
    const child = { name, pid: process_.pid, logFile, process: process_ };
    this.#running.add(child);
    this.#pidFile.add(name, child.pid);
    return child;
  }

  #forget(child: Child): void {
    this.#running.delete(child);
    this.#pidFile.remove(child.pid);
  }
}
