import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { answerApiCall, type Api } from './api.ts';
import { answerControlCall } from './control.ts';
import { answerHostedPage } from './hosted/index.ts';
import { StripeError } from './errors.ts';

export interface Exchange {
  method: string;
  path: string;
  status: number;
  body: unknown;
}

export interface ServerOptions extends Api {
  onExchange?: ((exchange: Exchange) => void) | undefined;
}

const maxBodyBytes = 1_000_000;

export function createEmulatorServer(options: ServerOptions): Server {
  return createServer((request, response) => {
    handle(options, request, response).catch((error: unknown) => fail(response, error));
  });
}

async function handle(
  options: ServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = 'GET', headers } = request;
  const url = new URL(request.url ?? '/', 'http://emulator');
  const body = await readBody(request);
  if (url.pathname.startsWith('/c/')) {
    const ctx = options.contextFor({ requestId: null, idempotencyKey: null });
    const page = answerHostedPage(ctx, { method, url, form: body });
    response.writeHead(page.status, page.headers).end(page.body);
    return;
  }
  if (url.pathname.startsWith('/_emulator/')) {
    const reply = answerControlCall(options.configuration, { method, path: url.pathname, body });
    sendJson(response, reply);
    return;
  }
  const form = method === 'POST' ? body : url.search.slice(1);
  const reply = await answerApiCall(options, { method, path: url.pathname, form, headers });
  options.onExchange?.({ method, path: url.pathname, status: reply.status, body: reply.body });
  if (reply.dropped) request.socket.destroy();
  else sendJson(response, reply);
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBodyBytes)
      throw new StripeError(413, { type: 'invalid_request_error', message: 'Request body too large.' });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

interface JsonReply {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
}

function sendJson(response: ServerResponse, { status, body, headers = {} }: JsonReply): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(`${JSON.stringify(body, null, 2)}\n`);
}

function fail(response: ServerResponse, error: unknown): void {
  const isOurs = error instanceof StripeError;
  if (!isOurs) console.error(error);
  if (response.headersSent) return void response.destroy();
  const unknown = { type: 'api_error', message: 'The emulator failed; its log says why.' };
  sendJson(response, { status: isOurs ? error.status : 500, body: { error: isOurs ? error.body : unknown } });
}
