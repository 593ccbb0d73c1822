import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';

/** Answers with a file that is written while it is sent. */
export async function sendCsv(response: Response, file: Readable, name: string): Promise<void> {
  response.set({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-store',
  });
  // Whoever stops reading ends the export too.
  await pipeline(file, response).catch((cause: unknown) => {
    if (!response.destroyed || response.writableFinished) throw cause;
  });
}
