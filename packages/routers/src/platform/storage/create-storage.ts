import { z } from 'zod';
import { createFolderStore } from './folder-store.ts';
import { createS3Storage, type S3Place } from './s3-storage.ts';
import { signUpload, type UploadSigning } from './signed-upload.ts';
import type { FileStore, Storage } from './storage.ts';

export type StoragePlace =
  | { readonly kind: 'folder'; readonly dir: string }
  | ({ readonly kind: 's3' } & S3Place);

/** The variables that say where files are kept, for the environments of the services. */
export const storageVariables = {
  /** Files, unless a bucket is named; renditions in any case. */
  MEDIA_DIR: z.string().min(1),
  MEDIA_BUCKET: z.string().min(3).max(63).optional(),
  MEDIA_BUCKET_REGION: z.string().min(1).optional(),
  /** Of a store that speaks as S3 does. */
  MEDIA_BUCKET_ENDPOINT: z.url({ protocol: /^https?$/u }).optional(),
};

type StorageVariables = z.output<z.ZodObject<typeof storageVariables>>;

/** What is wrong with the variables together, or null. */
export function findStorageProblem(env: StorageVariables): string | null {
  if (env.MEDIA_BUCKET === undefined || env.MEDIA_BUCKET_REGION !== undefined) return null;
  return 'goes with MEDIA_BUCKET: set both or neither';
}

export function storagePlaceOf(env: StorageVariables): StoragePlace {
  const { MEDIA_BUCKET: bucket, MEDIA_BUCKET_REGION: region, MEDIA_BUCKET_ENDPOINT: endpoint } = env;
  if (bucket === undefined || region === undefined) return { kind: 'folder', dir: env.MEDIA_DIR };
  return { kind: 's3', bucket, region, endpoint };
}

/** Files for a process that receives none from browsers. */
export function createFileStore(place: StoragePlace): FileStore {
  return place.kind === 's3' ? createS3Storage(place) : createFolderStore(place.dir);
}

/** Files, and addresses at which browsers put them: the bucket's own, or signed ones of the API. */
export function createStorage(place: StoragePlace, signing: UploadSigning): Storage {
  if (place.kind === 's3') return createS3Storage(place);
  return {
    ...createFolderStore(place.dir),
    createUpload: (request) => Promise.resolve(signUpload(signing, request)),
  };
}
