import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface StatementCounter {
  /** Of the same database, through a door that counts. */
  readonly url: string;
  /** What the server has done so far: every statement, BEGIN and COMMIT like any other. */
  readonly count: () => number;
  readonly close: () => void;
}

const commandComplete = 'C'.charCodeAt(0);

/** A proxy that counts the CommandComplete messages of PostgreSQL's protocol. */
export async function openStatementCounter(databaseUrl: string): Promise<StatementCounter> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let completed = 0;
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    upstream.on(
      'data',
      countTypes(commandComplete, () => (completed += 1)),
    );
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.pipe(other);
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    count: () => completed,
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** Reads messages of one type byte, four bytes of length and the rest, however the network cuts them. */
function countTypes(wanted: number, tell: () => void): (chunk: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= 5) {
      const end = 1 + rest.readInt32BE(1);
      if (rest.length < end) return;
      if (rest[0] === wanted) tell();
      rest = rest.subarray(end);
    }
  };
}
