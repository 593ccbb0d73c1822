import { once } from 'node:events';
import type { Server } from 'node:http';

const sweepMs = 50;

/** Stops listening and waits for the requests under way; what is still open after `timeoutMs` is cut. */
export async function closeServer(server: Server, timeoutMs: number): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, 'close');
  server.close();
  // A connection that becomes idle after this moment would otherwise stay for its whole keep-alive.
  const sweep = setInterval(() => server.closeIdleConnections(), sweepMs);
  const cut = setTimeout(() => server.closeAllConnections(), timeoutMs);
  await closed;
  clearInterval(sweep);
  clearTimeout(cut);
}
