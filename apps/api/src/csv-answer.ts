import type { Readable } from 'node:stream';
import type { Response } from 'express';
import { sendFile } from './file-answer.ts';

/** Answers with a file that is written while it is sent. */
export async function sendCsv(response: Response, file: Readable, name: string): Promise<void> {
  await sendFile(response, file, { name, type: 'text/csv; charset=utf-8' });
}
