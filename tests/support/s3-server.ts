import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { sign } from 'aws4';

export interface S3Server {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly objects: ReadonlyMap<string, StoredObject>;
  readonly close: () => Promise<void>;
}

interface StoredObject {
  readonly body: Buffer;
  readonly contentType: string;
}

export const s3Credentials = { accessKeyId: 'AKIATESTSHOP', secretAccessKey: 'a-secret-of-the-tests' };

const bucket = 'shop-media';
const region = 'eu-west-1';

/**
 * The part of S3 that the shop speaks, in memory. A request whose Signature Version 4 is not the one that aws4, which is
 * not Amazon's own code, works out for what has arrived is refused, and so is one that came too late.
 */
export async function startS3Server(): Promise<S3Server> {
  const objects = new Map<string, StoredObject>();
  const parts = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => refuse(response, 500, String(error)));
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    const problem = findProblem(request, body);
    if (problem !== null) return refuse(response, 403, problem);
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://s3');
    const key = decodeURIComponent(pathname.slice(`/${bucket}/`.length));
    const contentType = request.headers['content-type'] ?? '';
    if (searchParams.has('uploads'))
      return void response.end(xml('InitiateMultipartUploadResult', '<UploadId>1</UploadId>'));
    if (searchParams.has('partNumber')) parts.set(`${key} ${searchParams.get('partNumber')}`, body);
    else if (request.method === 'POST') objects.set(key, { body: join(key), contentType });
    else if (request.method === 'PUT') objects.set(key, { body, contentType });
    else if (request.method === 'DELETE') objects.delete(key);
    else return send(request, response, objects.get(key));
    response.writeHead(request.method === 'DELETE' ? 204 : 200, { etag: `"${key.length}"` });
    response.end(request.method === 'POST' ? xml('CompleteMultipartUploadResult', `<Key>${key}</Key>`) : '');
  }

  function join(key: string): Buffer {
    const numbers = [...parts.keys()]
      .filter((part) => part.startsWith(`${key} `))
      .map((part) => Number(part.split(' ')[1]));
    return Buffer.concat(
      numbers.sort((one, other) => one - other).map((number) => parts.get(`${key} ${number}`)!),
    );
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    bucket,
    region,
    objects,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function findProblem(request: IncomingMessage, body: Buffer): string | null {
  const url = new URL(request.url ?? '', 'http://s3');
  if (url.searchParams.has('X-Amz-Signature')) return findPresignedProblem(request, url);
  const [, names = '', given] =
    /SignedHeaders=([^,]+), ?Signature=(\w+)/u.exec(request.headers.authorization ?? '') ?? [];
  const claimed = request.headers['x-amz-content-sha256'];
  if (claimed !== 'UNSIGNED-PAYLOAD' && claimed !== createHash('sha256').update(body).digest('hex')) {
    return 'XAmzContentSHA256Mismatch';
  }
  const signed = signAgain(request, request.url ?? '', { names, signQuery: false });
  return given !== undefined && String(signed.headers?.['Authorization']).endsWith(`Signature=${given}`)
    ? null
    : 'SignatureDoesNotMatch';
}

function findPresignedProblem(request: IncomingMessage, url: URL): string | null {
  const { searchParams } = url;
  const given = searchParams.get('X-Amz-Signature');
  const [, day, time] = /^(\d{8})T(\d{6})Z$/u.exec(searchParams.get('X-Amz-Date') ?? '') ?? [];
  const signedAt = Date.parse(
    `${day?.replace(/(....)(..)/u, '$1-$2-')}T${time?.replace(/(..)(..)/u, '$1:$2:')}Z`,
  );
  if (signedAt + Number(searchParams.get('X-Amz-Expires')) * 1000 < Date.now()) return 'Request has expired';
  const names = searchParams.get('X-Amz-SignedHeaders') ?? '';
  searchParams.delete('X-Amz-Signature');
  const signed = signAgain(request, `${url.pathname}?${searchParams.toString()}`, { names, signQuery: true });
  return new URL(signed.path ?? '', 'http://s3').searchParams.get('X-Amz-Signature') === given
    ? null
    : 'SignatureDoesNotMatch';
}

function signAgain(
  request: IncomingMessage,
  path: string,
  { names, signQuery }: { readonly names: string; readonly signQuery: boolean },
) {
  const kept = names.split(';').map((name) => [name, String(request.headers[name] ?? '')]);
  const options = {
    service: 's3',
    region,
    method: request.method,
    path,
    signQuery,
    headers: Object.fromEntries(kept) as Record<string, string>,
    // Without this aws4 leaves some of the headers out that were signed.
    extraHeadersToInclude: Object.fromEntries(kept.map(([name]) => [name, true])),
  };
  return sign(options, s3Credentials);
}

function send(request: IncomingMessage, response: ServerResponse, object: StoredObject | undefined): void {
  if (object === undefined) return refuse(response, 404, 'NoSuchKey');
  response.writeHead(200, { 'content-type': object.contentType, 'content-length': object.body.length });
  response.end(request.method === 'HEAD' ? undefined : object.body);
}

function refuse(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' }).end(xml('Error', `<Code>${code}</Code>`));
}

function xml(name: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><${name}>${content}</${name}>`;
}
