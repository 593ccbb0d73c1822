import type { IncomingMessage } from 'node:http';

/** Cuts a request off whose body takes longer: the server's own limit is that of the largest file. */
export function limitBodyTime(request: IncomingMessage, milliseconds: number): void {
  const { headers } = request;
  if (headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0) return;
  const timer = setTimeout(() => request.destroy(), milliseconds);
  request.once('end', () => clearTimeout(timer));
  request.once('close', () => clearTimeout(timer));
}
