import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { StoredAnswer } from './messages.ts';
import { serve } from './tally.ts';

/** The least that can answer with these bytes and headers: the ceiling of any Node.js server on this machine. */
async function listen(answers: readonly StoredAnswer[]): Promise<number> {
  const byPath = new Map(
    answers.map(({ path, headers, body }) => [path, { headers, body: Buffer.from(body, 'base64') }]),
  );
  const server = createServer((request, response) => {
    const answer = byPath.get(request.url ?? '');
    if (answer === undefined) response.writeHead(404).end();
    else response.writeHead(200, [...answer.headers]).end(answer.body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

serve(listen);
