import type { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { ShopError } from '@turing/domain';
import { heard } from './heard.ts';
import { assertStorageKey, type Storage, type UploadRequest, type UploadTarget } from './storage.ts';

export interface S3Place {
  readonly bucket: string;
  readonly region: string;
  /** Of a store that speaks as S3 does; AWS otherwise. */
  readonly endpoint?: string | undefined;
}

/** Files in a bucket. Credentials are found as every AWS client finds them: role, profile or variables. */
export function createS3Storage({ bucket, region, endpoint }: S3Place): Storage {
  const client = new S3Client({
    region,
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
    // By default the checksum of an empty body would be signed into the address at which a browser puts a file.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });

  function at(key: string) {
    assertStorageKey(key);
    return { Bucket: bucket, Key: key };
  }

  async function put(key: string, body: Readable | Buffer, file: { contentType: string }): Promise<void> {
    const target = { ...at(key), ContentType: file.contentType };
    if (Buffer.isBuffer(body)) {
      await client.send(new PutObjectCommand({ ...target, Body: body })).catch(refuse);
      return;
    }
    await new Upload({ client, params: { ...target, Body: heard(body) } }).done().catch(refuse);
  }

  async function find(key: string): Promise<Readable | null> {
    const found = await client.send(new GetObjectCommand(at(key))).catch(nullIfMissing);
    return found === null ? null : (found.Body as Readable);
  }

  async function stat(key: string): Promise<{ bytes: number } | null> {
    const found = await client.send(new HeadObjectCommand(at(key))).catch(nullIfMissing);
    return found === null ? null : { bytes: found.ContentLength ?? 0 };
  }

  return {
    put,
    find,
    stat,
    createUpload: (request) => presign(client, at(request.key), request),
    delete: async (key) => {
      await client.send(new DeleteObjectCommand(at(key))).catch(refuse);
    },
    // What a broken-off upload in parts leaves, the bucket's own lifecycle rule removes.
    removeUnfinished: () => Promise.resolve(0),
  };
}

/** Type and size are signed too: the store refuses a request that has others. */
async function presign(
  client: S3Client,
  target: { readonly Bucket: string; readonly Key: string },
  { contentType, bytes, expiresInSeconds }: UploadRequest,
): Promise<UploadTarget> {
  const command = new PutObjectCommand({ ...target, ContentType: contentType, ContentLength: bytes });
  const url = await getSignedUrl(client, command, {
    expiresIn: expiresInSeconds,
    signableHeaders: new Set(['host', 'content-type', 'content-length']),
  });
  return { method: 'PUT', url, headers: { 'content-type': contentType } };
}

function nullIfMissing(error: unknown): null {
  if (error instanceof NoSuchKey || error instanceof NotFound) return null;
  return refuse(error);
}

/** A store that is away is told apart from one that is set up wrongly, which is a defect. */
function refuse(error: unknown): never {
  const isAnswer = error instanceof S3ServiceException && error.$metadata.httpStatusCode !== undefined;
  const isAway = isAnswer
    ? (error.$metadata.httpStatusCode ?? 0) >= 500 || error.$retryable?.throttling === true
    : isConnectionFailure(error);
  if (isAway) throw new ShopError('STORAGE_UNAVAILABLE', undefined, { cause: error });
  throw error;
}

const connectionFailures = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'EAI_AGAIN',
]);

function isConnectionFailure(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return error.name === 'TimeoutError' || connectionFailures.has(code);
}
