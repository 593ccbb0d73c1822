import { buffer } from 'node:stream/consumers';
import type { FileStore } from '../../platform/index.ts';
import { renderRendition } from './render-rendition.ts';
import {
  renditionKey,
  type RenditionFormat,
  renditionsOf,
  sourceFormats,
  type SourceFormat,
  sourceKey,
} from './rendition.ts';

export interface Source {
  readonly data: Buffer;
  readonly format: SourceFormat;
}

/** In which form the storage has the source of a picture; null when there is no such picture. */
export async function findSourceFormat(storage: FileStore, key: string): Promise<SourceFormat | null> {
  const found = await Promise.all(sourceFormats.map((format) => storage.stat(sourceKey(key, format))));
  return sourceFormats.find((_format, index) => found[index] !== null) ?? null;
}

export async function findSource(storage: FileStore, key: string): Promise<Source | null> {
  const format = await findSourceFormat(storage, key);
  const file = format === null ? null : await storage.find(sourceKey(key, format));
  return format === null || file === null ? null : { data: await buffer(file), format };
}

const renditionTypes = { avif: 'image/avif', webp: 'image/webp' } as const satisfies Record<
  RenditionFormat,
  string
>;

/** Renders every size of a picture into the storage, one after the other; answers how many. 0: the picture is gone. */
export async function renderAhead(storage: FileStore, key: string): Promise<number> {
  const source = await findSource(storage, key);
  if (source === null) return 0;
  const renditions = renditionsOf(key);
  for (const rendition of renditions) {
    const body = await renderRendition(source, rendition);
    await storage.put(renditionKey(rendition), body, { contentType: renditionTypes[rendition.format] });
  }
  return renditions.length;
}

/** Removes the files of a picture that the shop no longer has. */
export async function deletePicture(storage: FileStore, key: string): Promise<void> {
  const keys = [sourceKey(key, 'webp'), ...renditionsOf(key).map(renditionKey)];
  for (const each of keys) await storage.delete(each);
}
