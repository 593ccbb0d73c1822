import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface StatementCounter {
  /** The database, by way of the counter. */
  readonly url: string;
  /** Statements of the API that `work` caused; what its watches ask on connections of their own is not counted. */
  readonly during: (work: () => Promise<unknown>) => Promise<number>;
  readonly close: () => Promise<void>;
}

const query = 'Q'.charCodeAt(0);
const execute = 'E'.charCodeAt(0);

/** Stands between a process and PostgreSQL and counts what is asked, whichever library asks. */
export async function openStatementCounter(databaseUrl: string): Promise<StatementCounter> {
  const { hostname, port } = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let statements = 0;
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    client.on(
      'data',
      countIn(() => (statements += 1)),
    );
    client.pipe(upstream).pipe(client);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: url.href,
    during: async (work) => {
      const before = statements;
      await work();
      return statements - before;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** Reads what one client sends: a start-up message without a type, then messages of a type, a length and a body. */
function countIn(count: () => void) {
  let pending = Buffer.alloc(0);
  let isStarted = false;
  let isWatch = false;
  return (chunk: Buffer): void => {
    pending = Buffer.concat([pending, chunk]);
    for (;;) {
      const typeBytes = isStarted ? 1 : 0;
      if (pending.length < typeBytes + 4) return;
      const length = typeBytes + pending.readInt32BE(typeBytes);
      if (pending.length < length) return;
      if (!isStarted) isWatch = pending.subarray(0, length).includes('-watch');
      else if (!isWatch && (pending[0] === query || pending[0] === execute)) count();
      isStarted = true;
      pending = pending.subarray(length);
    }
  };
}
