import { createHash } from 'node:crypto';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createTcpServer, type AddressInfo, type Server, type Socket } from 'node:net';

type Reply = number[] | string | Error;

/** Counts as the sliding window script does within one window, and insists on what a real Redis insists on. */
function createCounter() {
  const counts = new Map<string, number>();
  const scripts = new Set<string>();

  function count(key: string, limit: number): Reply {
    const value = (counts.get(key) ?? 0) + 1;
    if (value > limit) return [-1, limit];
    counts.set(key, value);
    return [limit - value, limit];
  }

  return (command: readonly string[], acceptsUpstashFlags: boolean): Reply => {
    const [name = '', script = '', , key = ''] = command;
    const limit = Number(command[4 + Number(command[2]) - 1]);
    switch (name.toLowerCase()) {
      case 'evalsha':
        return scripts.has(script) ? count(key, limit) : new Error('NOSCRIPT No matching script.');
      case 'eval':
        if (!acceptsUpstashFlags && script.startsWith('#!'))
          return new Error('ERR Unexpected flag in script shebang');
        scripts.add(createHash('sha1').update(script).digest('hex'));
        return count(key, limit);
      case 'info':
        return 'redis_version:7.4.0\r\nloading:0';
      default:
        return 'OK';
    }
  };
}

export interface StoreServer {
  readonly url: string;
  /** From now on takes commands and says nothing. */
  readonly freeze: () => void;
  readonly commands: () => number;
  readonly close: () => Promise<void>;
}

/** Speaks the protocol of Redis as far as the rate limiter needs. */
export async function startRedis(): Promise<StoreServer> {
  const run = createCounter();
  const sockets = new Set<Socket>();
  let frozen = false;
  let commands = 0;
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    let pending = '';
    socket.on('data', (chunk) => {
      pending += chunk.toString('latin1');
      for (let parsed = parseCommand(pending); parsed !== null; parsed = parseCommand(pending)) {
        pending = pending.slice(parsed.length);
        commands += 1;
        if (!frozen) socket.write(encode(run(parsed.command, false)));
      }
    });
  });
  const port = await listen(server);
  return {
    url: `redis://127.0.0.1:${port}`,
    freeze: () => {
      frozen = true;
    },
    commands: () => commands,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return close(server);
    },
  };
}

/** Speaks the REST protocol of Upstash as far as the rate limiter needs. */
export async function startUpstash(): Promise<StoreServer> {
  const run = createCounter();
  let frozen = false;
  let commands = 0;
  const server = createHttpServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      commands += 1;
      if (frozen) return;
      const given = JSON.parse(body) as (string | number)[] | (string | number)[][];
      const isPipeline = request.url === '/pipeline';
      const list = (isPipeline ? given : [given]) as (string | number)[][];
      const answers = list.map((command) => {
        const reply = run(command.map(String), true);
        return reply instanceof Error ? { error: reply.message } : { result: reply };
      });
      response.statusCode = !isPipeline && answers.some((answer) => 'error' in answer) ? 400 : 200;
      response.end(JSON.stringify(isPipeline ? answers : answers[0]));
    });
  });
  const port = await listen(server);
  return {
    url: `http://127.0.0.1:${port}`,
    freeze: () => {
      frozen = true;
    },
    commands: () => commands,
    close: () => {
      server.closeAllConnections();
      return close(server);
    },
  };
}

function parseCommand(text: string): { command: string[]; length: number } | null {
  const header = /^\*(\d+)\r\n/u.exec(text);
  if (header === null) return null;
  const command: string[] = [];
  let position = header[0].length;
  for (let index = 0; index < Number(header[1]); index += 1) {
    const size = /^\$(\d+)\r\n/u.exec(text.slice(position));
    if (size === null) return null;
    const start = position + size[0].length;
    position = start + Number(size[1]) + 2;
    if (text.length < position) return null;
    command.push(text.slice(start, position - 2));
  }
  return { command, length: position };
}

function encode(reply: Reply): string {
  if (reply instanceof Error) return `-${reply.message}\r\n`;
  if (typeof reply === 'string') return `$${reply.length}\r\n${reply}\r\n`;
  return `*${reply.length}\r\n${reply.map((number) => `:${number}\r\n`).join('')}`;
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}
