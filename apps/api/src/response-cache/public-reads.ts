import type { IncomingMessage, ServerResponse } from 'node:http';
import { isShopError } from '@turing/domain';
import { JsonText } from '@turing/routers';
import { LRUCache } from 'lru-cache';
import type { AnswerCache } from './answer-cache.ts';
import { type Answer, chooseVariant, heldEtag, makeAnswer, sharedHeaders } from './answer.ts';
import { encodingFor } from './encodings.ts';
import type { StoredQuery } from './stored-queries.ts';

export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** One call of a stored query, as a URL says it. */
export interface Call {
  readonly query: StoredQuery;
  readonly key: string;
  readonly input: unknown;
}

export interface PublicReadsOptions {
  readonly basePath: string;
  readonly queries: ReadonlyMap<string, StoredQuery>;
  /** Null: every request is read from the database. */
  readonly cache: AnswerCache | null;
  /** Sent with every answer, as flat names and values. */
  readonly headers: readonly string[];
  readonly run: (exchange: Exchange, call: Call) => Promise<unknown>;
  /** Told of each call that was answered without running it. */
  readonly onStored: (call: Call) => void;
  readonly answerError: (exchange: Exchange, error: unknown, path: string) => void;
}

const longestUrl = 4000;
const knownUrlBytes = 8_000_000;

/** Serves the stored queries, one per GET request, before tRPC's own adapter. */
export class PublicReads {
  readonly #options: PublicReadsOptions;
  readonly #calls = new LRUCache<string, Call>({
    maxSize: knownUrlBytes,
    sizeCalculation: (_call, url) => 4 * url.length + 500,
  });

  constructor(options: PublicReadsOptions) {
    this.#options = options;
  }

  /** Answers from memory, all headers included, and says true; or does nothing and says false. */
  answerAtOnce(exchange: Exchange, requestId: string): boolean {
    const { cache, onStored } = this.#options;
    const call = cache && this.#recognise(exchange.request);
    const answer = call && cache.find(call.key);
    if (!answer) return false;
    onStored(call);
    this.#send(exchange, { call, answer, requestId });
    return true;
  }

  /** Answers a call of a stored query, from memory or by reading; says false to any other request. */
  answer(exchange: Exchange, requestId: string): boolean {
    const call = this.#recognise(exchange.request);
    if (call === null) return false;
    this.#load(exchange, call)
      .then((answer) => this.#send(exchange, { call, answer, requestId }))
      .catch((error: unknown) => {
        const { headers, answerError } = this.#options;
        const all = ['x-request-id', requestId, ...headers];
        for (let place = 0; place < all.length; place += 2) {
          exchange.response.setHeader(all[place] ?? '', all[place + 1] ?? '');
        }
        answerError(exchange, error, call.query.path);
      });
    return true;
  }

  async #load(exchange: Exchange, call: Call): Promise<Answer> {
    const { cache, run, onStored } = this.#options;
    let isRead = false;
    const read = async () => {
      isRead = true;
      const data = await run(exchange, call);
      return { text: toText(data), topic: call.query.topicOf(call.input, data) };
    };
    if (cache === null) {
      const { text, topic } = await read();
      return makeAnswer(text, { startedAt: 0, topic }, undefined);
    }
    const answer = await cache.load({ key: call.key, read, isOwn: isRateLimit });
    if (!isRead) onStored(call);
    return answer;
  }

  #send(
    { request, response }: Exchange,
    { call, answer, requestId }: { call: Call; answer: Answer; requestId: string },
  ): void {
    const headers = ['x-request-id', requestId, ...this.#options.headers];
    const held = heldEtag(answer, request.headers['if-none-match']);
    if (held !== null) {
      response.writeHead(304, [...headers, 'etag', held, ...sharedHeaders]).end();
      return;
    }
    const encoding = encodingFor(request.headers['accept-encoding']);
    const variant = chooseVariant(answer, encoding, () => this.#options.cache?.measure(call.key, answer));
    response.writeHead(200, [...headers, ...variant.headers]).end(variant.body);
  }

  /** Null for all that is not one call of a stored query with an input that it accepts: that is tRPC's to answer. */
  #recognise({ method, url = '', headers }: IncomingMessage): Call | null {
    if (method !== 'GET' || headers['trpc-accept'] !== undefined || url.length > longestUrl) return null;
    const known = this.#calls.get(url);
    if (known !== undefined) return known;
    const call = this.#read(url);
    if (call !== null) this.#calls.set(url, call);
    return call;
  }

  #read(url: string): Call | null {
    const { basePath, queries } = this.#options;
    const [path = '', search = ''] = url.split('?', 2);
    const query = path.startsWith(basePath) ? queries.get(path.slice(basePath.length)) : undefined;
    if (query === undefined) return null;
    const parameters = new URLSearchParams(search);
    const text = parameters.get('input');
    if (parameters.size > (text === null ? 0 : 1)) return null;
    try {
      const input: unknown = text === null ? undefined : JSON.parse(text);
      const key = query.keyOf(input);
      return key === undefined ? null : { query, key, input };
    } catch {
      return null;
    }
  }
}

/** What tRPC's own adapter would send. */
function toText(data: unknown): string {
  return data instanceof JsonText ? `{"result":{"data":${data.text}}}` : JSON.stringify({ result: { data } });
}

function isRateLimit(error: unknown): boolean {
  return error instanceof Error && isShopError(error.cause) && error.cause.code === 'RATE_LIMITED';
}
