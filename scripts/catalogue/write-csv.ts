import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';

/** Into a file, or to the standard output when there is none. */
export async function writeCsv(csv: NodeJS.ReadableStream, file: string | null): Promise<void> {
  if (file === null) await pipeline(csv, process.stdout, { end: false });
  else await writeWhole(csv, file);
}

/** A file that is there is whole: one that is being written has another name. */
async function writeWhole(csv: NodeJS.ReadableStream, file: string): Promise<void> {
  const part = `${file}.part`;
  try {
    await pipeline(csv, createWriteStream(part));
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
