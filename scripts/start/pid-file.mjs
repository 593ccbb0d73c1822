import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startTimeOf } from './process-identity.mjs';

/**
 * @typedef {{ name: string, pid: number, startedAt: string | undefined }} ProcessRecord
 * @typedef {{ supervisor: ProcessRecord, isStopping: boolean, children: ProcessRecord[] }} PidFileContent
 */

/** What a start has running, written down before it can be lost, so that the next start stops exactly that. */
export class PidFile {
  /** @type {PidFileContent | undefined} */
  #own;

  /** @param {string} dataDir */
  constructor(dataDir) {
    this.file = path.join(dataDir, 'pids.json');
  }

  /** What is written there, by this start or an earlier one. @returns {PidFileContent | undefined} */
  read() {
    try {
      const content = JSON.parse(readFileSync(this.file, 'utf8'));
      return isContent(content) ? content : undefined;
    } catch {
      return undefined;
    }
  }

  /** Makes this process the supervisor. */
  claim() {
    this.#own = { supervisor: recordOf('supervisor', process.pid), isStopping: false, children: [] };
    this.#write();
  }

  /** @param {string} name @param {number} pid @returns {ProcessRecord} */
  add(name, pid) {
    const record = recordOf(name, pid);
    this.#own?.children.push(record);
    this.#write();
    return record;
  }

  /** @param {number} pid */
  remove(pid) {
    if (this.#own === undefined) return;
    this.#own.children = this.#own.children.filter((child) => child.pid !== pid);
    this.#write();
  }

  markStopping() {
    if (this.#own === undefined) return;
    this.#own.isStopping = true;
    this.#write();
  }

  /** Forgets everything, unless another start has taken over. */
  release() {
    if (this.#own === undefined) return;
    this.#own = undefined;
    if (this.read()?.supervisor.pid === process.pid) rmSync(this.file, { force: true });
  }

  #write() {
    if (this.#own === undefined) return;
    mkdirSync(path.dirname(this.file), { recursive: true });
    const partial = `${this.file}.${process.pid}`;
    writeFileSync(partial, `${JSON.stringify(this.#own, null, 2)}\n`);
    renameSync(partial, this.file);
  }
}

/** Whether the process of this record still runs, and is not a later one with its number. @param {ProcessRecord} record */
export function isAlive(record) {
  return record.startedAt !== undefined && startTimeOf(record.pid) === record.startedAt;
}

/** @param {string} name @param {number} pid @returns {ProcessRecord} */
function recordOf(name, pid) {
  return { name, pid, startedAt: startTimeOf(pid) };
}

/** @param {unknown} value @returns {value is PidFileContent} */
function isContent(value) {
  if (typeof value !== 'object' || value === null) return false;
  const { supervisor, children } = /** @type {Record<string, unknown>} */ (value);
  return isRecord(supervisor) && Array.isArray(children) && children.every(isRecord);
}

/** @param {unknown} value @returns {value is ProcessRecord} */
function isRecord(value) {
  if (typeof value !== 'object' || value === null) return false;
  const { name, pid } = /** @type {Record<string, unknown>} */ (value);
  return typeof name === 'string' && Number.isSafeInteger(pid) && Number(pid) > 1;
}
