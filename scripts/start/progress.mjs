import { explainFailure } from './failure.mjs';

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const FRAME_MS = 100;
const QUIET_MS = 3000;

/**
 * @typedef {(line: string) => void} Say shows what a running step is at
 * @typedef {{ title: string, startedAt: number, doing: string, isAnnounced: boolean }} Running
 */

/** A list of steps with their times: a live line in a terminal, plain lines in a log. */
export class Progress {
  /** @type {Set<Running>} */
  #running = new Set();
  #frame = 0;
  /** @type {NodeJS.Timeout | undefined} */
  #timer;

  /** @param {NodeJS.WriteStream | { write(text: string): unknown, isTTY?: boolean, columns?: number }} stream */
  constructor(stream = process.stdout) {
    this.stream = stream;
    this.isLive = stream.isTTY === true && process.env.CI === undefined;
    this.hasColour = stream.isTTY === true && process.env.NO_COLOR === undefined;
  }

  /**
   * Runs one step. `work` may return a few words on the outcome, shown behind the title.
   * @template T
   * @param {string} title @param {(say: Say) => Promise<T> | T} work @returns {Promise<T>}
   */
  async step(title, work) {
    const running = { title, startedAt: Date.now(), doing: '', isAnnounced: false };
    this.#begin(running);
    try {
      const result = await work((line) => {
        running.doing = line.trim();
      });
      this.#end(running, this.#paint(32, '✔'), typeof result === 'string' ? result : '');
      return result;
    } catch (error) {
      this.#end(running, this.#paint(31, '✖'), '');
      throw explainFailure(error, title);
    }
  }

  /** Prints a line between the steps. @param {string} line */
  print(line) {
    this.#clear();
    this.stream.write(`${line}\n`);
  }

  /** @param {Running} running */
  #begin(running) {
    this.#running.add(running);
    this.#timer ??= setInterval(() => this.#tick(), FRAME_MS);
  }

  /** @param {Running} running @param {string} mark @param {string} outcome */
  #end(running, mark, outcome) {
    this.#running.delete(running);
    if (this.#running.size === 0) {
      clearInterval(this.#timer);
      this.#timer = undefined;
    }
    const time = this.#paint(2, formatDuration(Date.now() - running.startedAt).padStart(8));
    const detail = outcome === '' ? '' : this.#paint(2, `  ${outcome}`);
    this.print(`${mark} ${running.title.padEnd(32)} ${time}${detail}`);
  }

  #tick() {
    this.#frame += 1;
    if (this.isLive) this.#draw();
    else this.#announce();
  }

  #draw() {
    const now = Date.now();
    const steps = [...this.#running].map(
      ({ title, startedAt, doing }) =>
        `${title} ${formatDuration(now - startedAt)}${doing === '' ? '' : ` · ${doing}`}`,
    );
    const line = `${FRAMES[this.#frame % FRAMES.length]} ${steps.join(' | ')}`;
    this.#clear();
    this.stream.write(line.slice(0, (this.stream.columns || 80) - 1));
  }

  // A log shows a slow step once, so that nobody takes the silence for a hang.
  #announce() {
    for (const running of this.#running) {
      if (running.isAnnounced || Date.now() - running.startedAt < QUIET_MS) continue;
      running.isAnnounced = true;
      this.stream.write(`  ${running.title} …\n`);
    }
  }

  #clear() {
    if (this.isLive) this.stream.write('\r\u001B[2K');
  }

  /** @param {number} code @param {string} text */
  #paint(code, text) {
    return this.hasColour ? `\u001B[${code}m${text}\u001B[0m` : text;
  }
}

/** 0.4 s, 12.3 s, 2 min 05 s. @param {number} ms @returns {string} */
export function formatDuration(ms) {
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
}

/** Prints a failure: the end of its output, then the step, the reason and what to do. @param {unknown} error */
export function printFailure(error) {
  const { step, message, remedy, output } = explainFailure(error);
  if (output) console.error(`\n${output.trimEnd()}\n`);
  console.error(`\nStep:  ${step}\nWhy:   ${message}\nDo:    ${remedy}`);
}
