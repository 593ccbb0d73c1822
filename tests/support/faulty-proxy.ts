import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** What happens to whoever talks through the proxy. */
export type Fault =
  | { readonly kind: 'none' }
  /** Answers come, this much later. */
  | { readonly kind: 'delay'; readonly ms: number }
  /** Nobody listens. */
  | { readonly kind: 'refuse' }
  /** Connections open and break at the first word. */
  | { readonly kind: 'reset' }
  /** Connections open, take everything and say nothing; and those that were met by it never will. */
  | { readonly kind: 'silence' };

export interface FaultyProxy {
  readonly port: number;
  readonly suffer: (fault: Fault) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Stands between a process and a server of this machine, and goes wrong on demand. */
export async function openFaultyProxy(targetPort: number): Promise<FaultyProxy> {
  let fault: Fault = { kind: 'none' };
  const sockets = new Set<Socket>();

  function keep(socket: Socket, other: Socket): void {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      sockets.delete(socket);
      other.destroy();
    });
  }

  const server = createServer((client) => {
    const upstream = connect(targetPort, '127.0.0.1');
    keep(client, upstream);
    keep(upstream, client);
    const answer = inOrder((chunk) => client.write(chunk));
    let isLost = false;
    client.on('data', (chunk) => {
      isLost ||= fault.kind === 'silence';
      if (fault.kind === 'reset') client.resetAndDestroy();
      else if (!isLost) upstream.write(chunk);
    });
    upstream.on('data', (chunk) => answer(chunk, fault.kind === 'delay' ? fault.ms : 0));
  });
  await listen(server, 0);
  const { port } = server.address() as AddressInfo;

  async function stopListening(): Promise<void> {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
  }

  return {
    port,
    suffer: async (next) => {
      fault = next;
      if (next.kind === 'refuse') await stopListening();
      else if (!server.listening) await listen(server, port);
    },
    close: async () => {
      if (server.listening) await stopListening();
    },
  };
}

/** Gives chunks on after their delays, and never one before an earlier one. */
function inOrder(give: (chunk: Buffer) => void) {
  let notBefore = 0;
  return (chunk: Buffer, delayMs: number): void => {
    notBefore = Math.max(notBefore, Date.now() + delayMs);
    const wait = notBefore - Date.now();
    if (wait <= 0) give(chunk);
    else setTimeout(give, wait, chunk).unref();
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve) => {
    server.listen(port, '127.0.0.1', resolve);
  });
}
