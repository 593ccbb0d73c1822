import { Agent, request } from 'node:http';
import type { FlowOrder } from './messages.ts';

export interface Api {
  readonly query: <Answer>(path: string, input: unknown) => Promise<Answer>;
  readonly mutate: <Answer>(path: string, input: unknown) => Promise<Answer>;
}

const agent = new Agent({ keepAlive: true });

/** The API as a browser calls it. @throws what it answers instead of a result */
export function connectApi({ url, cookie }: FlowOrder): Api {
  const send = <Answer>(method: string, path: string, body?: string) =>
    new Promise<Answer>((resolve, reject) => {
      const session = cookie === '' ? {} : { cookie, origin: 'http://localhost:3001' };
      const headers = { 'content-type': 'application/json', ...session };
      const outgoing = request(`${url}/trpc/${path}`, { method, agent, headers });
      outgoing.on('error', reject);
      outgoing.on('response', (incoming) => {
        let text = '';
        incoming.setEncoding('utf8');
        incoming.on('data', (part: string) => (text += part));
        incoming.on('end', () => {
          const { result } = JSON.parse(text) as { result?: { data: Answer } };
          if (result === undefined) reject(new Error(text));
          else resolve(result.data);
        });
      });
      outgoing.end(body);
    });
  return {
    query: (path, input) => send('GET', `${path}?input=${encodeURIComponent(JSON.stringify(input))}`),
    mutate: (path, input) => send('POST', path, JSON.stringify(input)),
  };
}
