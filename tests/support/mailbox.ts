import { createServer, type AddressInfo, type Socket } from 'node:net';

export interface Letter {
  readonly from: string;
  readonly to: string;
  /** As it came over the wire. */
  readonly source: string;
  readonly header: (name: string) => string | undefined;
  /** The parts by type, decoded. */
  readonly text: string;
  readonly html: string;
}

export interface Mailbox {
  readonly url: string;
  readonly letters: Letter[];
  /** How the next letter is answered: `reject` refuses it, `hang` keeps it waiting. Then letters are taken again. */
  next: 'accept' | 'reject' | 'hang';
  /** Letters that were offered and wait for an answer. */
  readonly hanging: string[];
  /** Takes the letter that has waited longest. */
  readonly accept: () => void;
  /** Forgets every letter and breaks off every conversation. */
  readonly reset: () => void;
  readonly close: () => Promise<void>;
}

/** A mail server on the loopback that keeps what it is sent. */
export async function openMailbox(): Promise<Mailbox> {
  const sockets = new Set<Socket>();
  const letters: Letter[] = [];
  const hanging: string[] = [];
  const waiting: (() => void)[] = [];
  const drop = () => sockets.forEach((socket) => socket.destroy());
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
    converse(socket, (from, to, source, say) => {
      const answer = mailbox.next;
      mailbox.next = 'accept';
      const keep = () => {
        letters.push(readLetter(from, to, source));
        say('250 kept');
      };
      if (answer === 'accept') keep();
      if (answer === 'reject') say('451 not now');
      if (answer === 'hang') waiting.push(keep);
      if (answer === 'hang') hanging.push(source);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const mailbox: Mailbox = {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    next: 'accept',
    hanging,
    accept: () => waiting.shift()?.(),
    reset: () => {
      mailbox.next = 'accept';
      for (const list of [letters, hanging, waiting]) list.length = 0;
      drop();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        drop();
      }),
  };
  return mailbox;
}

type Say = (line: string) => void;
type Take = (from: string, to: string, source: string, say: Say) => void;

function converse(socket: Socket, take: Take): void {
  let buffer = '';
  let from = '';
  let to = '';
  let isData = false;
  const say: Say = (line) => socket.write(`${line}\r\n`);
  const hear = (line: string) => {
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'EHLO' || verb === 'HELO') say('250 mailbox');
    else if (verb === 'QUIT') socket.end('221 bye\r\n');
    else if (verb === 'DATA') {
      isData = true;
      say('354 go on');
    } else {
      if (verb === 'MAIL') from = /<(.*)>/u.exec(line)?.[1] ?? '';
      if (verb === 'RCPT') to = /<(.*)>/u.exec(line)?.[1] ?? '';
      say('250 ok');
    }
  };
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    buffer += chunk;
    for (;;) {
      const mark = isData ? '\r\n.\r\n' : '\r\n';
      const end = buffer.indexOf(mark);
      if (end === -1) return;
      const piece = buffer.slice(0, end);
      buffer = buffer.slice(end + mark.length);
      if (!isData) hear(piece);
      else {
        isData = false;
        take(from, to, piece, say);
      }
    }
  });
  say('220 mailbox');
}

function readLetter(from: string, to: string, source: string): Letter {
  const head = source.slice(0, source.indexOf('\r\n\r\n')).replaceAll(/\r\n[ \t]+/gu, ' ');
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'imu').exec(head)?.[1]?.trim();
  const [, boundary = ''] = /boundary="(.*?)"/u.exec(head) ?? [];
  const part = (type: string) => {
    const [, headers = '', body = ''] =
      new RegExp(`(Content-Type: ${type}[^]*?)\\r\\n\\r\\n([^]*?)\\r\\n--${boundary}`, 'u').exec(source) ??
      [];
    return decode(headers, body);
  };
  return { from, to, source, header, text: part('text/plain'), html: part('text/html') };
}

function decode(headers: string, body: string): string {
  if (/base64/iu.test(headers)) return Buffer.from(body, 'base64').toString('utf8');
  if (!/quoted-printable/iu.test(headers)) return body.replaceAll('\r\n', '\n');
  const bytes = body
    .replaceAll(/=\r\n/gu, '')
    .replaceAll('\r\n', '\n')
    .replaceAll(/=([\dA-F]{2})/gu, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
