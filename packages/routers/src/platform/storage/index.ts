export {
  createFileStore,
  createStorage,
  findStorageProblem,
  type StoragePlace,
  storagePlaceOf,
  storageVariables,
} from './create-storage.ts';
export {
  createExactSize,
  findGrantedUpload,
  type GrantedUpload,
  UploadSizeError,
  type UploadSigning,
} from './signed-upload.ts';
export type { FileStore, Storage } from './storage.ts';
