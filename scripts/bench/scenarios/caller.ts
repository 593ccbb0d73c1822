import { createDatabase } from '@turing/db';
import { permissionsOf } from '@turing/domain';
import { createCaller, type Context, createPostgresSearch } from '@turing/routers';
import type { ClientBase } from 'pg';
import type { RecordedStatement } from '../processes/messages.ts';
import type { Read } from './scenario.ts';

export interface Recorder {
  /** The answer of the router to a read, and the statements it sent for it. */
  readonly record: (read: Read) => Promise<{ answer: unknown; statements: RecordedStatement[] }>;
  readonly close: () => Promise<void>;
}

const ignore = () => undefined;
const settle = () => Promise.resolve();
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** The router in this process, with every statement written down that it sends to the database. */
export function openRecorder(databaseUrl: string): Recorder {
  let statements: RecordedStatement[] = [];
  const listen = (connection: ClientBase) => {
    const send = connection.query.bind(connection) as (...given: unknown[]) => unknown;
    Object.assign(connection, {
      query: (...given: unknown[]) => {
        statements.push(toStatement(given));
        return send(...given);
      },
    });
  };
  const db = createDatabase({ url: databaseUrl, maxConnections: 1, onConnect: listen });
  const staff = {
    id: '01900000-0000-7000-8000-000000000000',
    email: 'a@b.example',
    name: 'A',
    role: 'owner',
    roleName: 'Owner',
    permissions: permissionsOf('owner'),
    mustEnrol: false,
    hasSecondFactor: true,
    sessionId: '01900000-0000-7000-8000-000000000001',
    tokenId: null,
  };
  // What a query needs; the gateway and the like are for commands.
  const context: Partial<Context> = {
    db,
    logger: silent,
    searchEngine: createPostgresSearch(db),
    searchLog: { record: ignore, recordClick: ignore, flush: settle, close: settle },
    rateLimiter: { check: () => Promise.resolve({ allowed: true, retryAfterMs: 0 }) },
    now: () => new Date(),
    requestId: 'bench',
    address: '127.0.0.1',
    findCustomer: () => Promise.resolve(null),
    findStaff: () => Promise.resolve(staff),
  };
  const caller = createCaller(context as Context);
  return {
    record: async ({ path, input }) => {
      statements = [];
      let target: unknown = caller;
      for (const name of path.split('.')) target = (target as Record<string, unknown>)[name];
      const answer = await (target as (given: object) => Promise<unknown>)(input);
      return { answer, statements };
    },
    close: () => db.close(),
  };
}

function toStatement([first, second]: unknown[]): RecordedStatement {
  if (typeof first === 'string') return { text: first, values: (second ?? []) as unknown[] };
  const { name, text, values = [] } = first as { name?: string; text: string; values?: unknown[] };
  return { text, values, ...(name === undefined ? {} : { name }) };
}
