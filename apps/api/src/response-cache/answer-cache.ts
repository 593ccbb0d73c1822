import { LRUCache } from 'lru-cache';
import { type Answer, makeAnswer, sizeOf } from './answer.ts';
import { alwaysFreshMs, type Freshness, type Topic } from './freshness.ts';

/** What one read of the database gave: the text to send, and on what it depends. */
export interface Reading {
  readonly text: string;
  readonly topic: Topic;
}

export interface Load {
  readonly key: string;
  readonly read: () => Promise<Reading>;
  /** Whether a failure is the caller's alone, so that those who share its read try for themselves. */
  readonly isOwn: (error: unknown) => boolean;
}

interface Flight {
  readonly startedAt: number;
  readonly answer: Promise<Answer>;
}

const overheadBytes = 1000;
/** Answered from memory; by a read of another request; by a read because nothing was stored, or something too old. */
const noCounts = { hits: 0, shared: 0, misses: 0, stale: 0 };

/** The stored answers, the least recently used leaving first when they and their keys reach `maxBytes`. */
export class AnswerCache {
  readonly #freshness: Freshness;
  readonly #answers: LRUCache<string, Answer>;
  readonly #flights = new Map<string, Flight>();
  #counts = { ...noCounts };

  constructor(freshness: Freshness, maxBytes: number) {
    this.#freshness = freshness;
    this.#answers = new LRUCache({
      maxSize: maxBytes,
      sizeCalculation: (answer, key) => sizeOf(answer) + 2 * key.length + overheadBytes,
    });
  }

  /** The stored answer, while it is fresh. */
  find(key: string): Answer | undefined {
    const answer = this.#answers.get(key);
    if (answer === undefined || !this.#freshness.isFresh(answer, performance.now())) return undefined;
    this.#counts.hits += 1;
    return answer;
  }

  /** The stored answer, that of a young read under way, or a new one. */
  async load({ key, read, isOwn }: Load): Promise<Answer> {
    for (;;) {
      const found = this.find(key);
      if (found !== undefined) return found;
      const flight = this.#flights.get(key);
      if (flight === undefined || performance.now() - flight.startedAt >= alwaysFreshMs) break;
      this.#counts.shared += 1;
      try {
        return await flight.answer;
      } catch (error) {
        if (!isOwn(error)) throw error;
      }
    }
    return this.#start(key, read);
  }

  /** To be called when an answer has grown. */
  measure(key: string, answer: Answer): void {
    if (this.#answers.peek(key) === answer) this.#answers.set(key, answer);
  }

  /** The counts since the last time. */
  takeCounts(): typeof noCounts {
    const taken = this.#counts;
    this.#counts = { ...noCounts };
    return taken;
  }

  size(): { readonly entries: number; readonly bytes: number } {
    return { entries: this.#answers.size, bytes: this.#answers.calculatedSize };
  }

  async #start(key: string, read: () => Promise<Reading>): Promise<Answer> {
    const startedAt = performance.now();
    const former = this.#answers.peek(key);
    this.#counts[former === undefined ? 'misses' : 'stale'] += 1;
    const answer = read().then(({ text, topic }) => makeAnswer(text, { startedAt, topic }, former));
    const flight = { startedAt, answer };
    this.#flights.set(key, flight);
    try {
      const made = await answer;
      const stored = this.#answers.peek(key);
      if (stored === undefined || stored.startedAt < startedAt) this.#answers.set(key, made);
      return made;
    } finally {
      if (this.#flights.get(key) === flight) this.#flights.delete(key);
    }
  }
}
