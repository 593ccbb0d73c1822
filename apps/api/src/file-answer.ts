import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';

/** Answers with a file that is read while it is sent, and kept nowhere on the way. */
export async function sendFile(
  response: Response,
  file: Readable,
  { name, type }: { readonly name: string; readonly type: string },
): Promise<void> {
  response.set({
    'content-type': type,
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-store',
  });
  // Whoever stops reading ends the export too.
  await pipeline(file, response).catch((cause: unknown) => {
    if (!response.destroyed || response.writableFinished) throw cause;
  });
}
