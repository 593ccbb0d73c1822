import { createIdempotencyKey } from '../../lib/idempotency-key.ts';
import { pictureProblem, refusalOf } from '../../lib/picture.ts';
import type { Upload } from '../../lib/use-upload.ts';
import { createLanes } from './lanes.ts';
import type { UploadStep } from './upload-tasks.ts';

const uploadsAtOnce = 3;

export interface SenderOptions {
  readonly upload: Upload;
  readonly attach: (uploadId: string) => Promise<unknown>;
  readonly tell: (step: UploadStep) => void;
}

export interface PictureSender {
  readonly add: (files: readonly File[]) => void;
  readonly retry: (id: string) => void;
  /** Gives a file up, or takes its failure off the list. */
  readonly drop: (id: string) => void;
}

/**
 * Sends files, a few at once, and hands each to `attach` in the order in which they were chosen. One that fails is told
 * of with the reason; the others go on.
 */
export function createPictureSender({ upload, attach, tell }: SenderOptions): PictureSender {
  const files = new Map<string, { readonly file: File; readonly cancel: AbortController }>();
  const inLane = createLanes(uploadsAtOnce);
  let before: Promise<void> = Promise.resolve();

  function send(id: string): void {
    const known = files.get(id);
    if (known === undefined) return;
    const { file, cancel } = known;
    const sent = inLane(async () => {
      cancel.signal.throwIfAborted();
      tell({ type: 'sending', id, share: 0 });
      return upload(file, {
        signal: cancel.signal,
        onProgress: (share) => tell({ type: 'sending', id, share }),
      });
    });
    before = finish(
      { id, sent, signal: cancel.signal, turn: before },
      { attach, tell, done: () => files.delete(id) },
    );
  }

  function add(file: File): void {
    const id = createIdempotencyKey();
    const problem = refusalOf(file);
    tell({ type: 'added', task: { id, name: file.name, bytes: file.size } });
    if (problem !== null) {
      tell({ type: 'failed', id, problem, final: true });
      return;
    }
    files.set(id, { file, cancel: new AbortController() });
    send(id);
  }

  return {
    add: (chosen) => chosen.forEach(add),
    retry: send,
    drop: (id) => {
      files.get(id)?.cancel.abort();
      files.delete(id);
      tell({ type: 'gone', id });
    },
  };
}

interface Sending {
  readonly id: string;
  readonly sent: Promise<string>;
  readonly signal: AbortSignal;
  /** Settles when those chosen before have been dealt with. */
  readonly turn: Promise<void>;
}

async function finish(
  { id, sent, signal, turn }: Sending,
  { attach, tell, done }: Pick<SenderOptions, 'attach' | 'tell'> & { readonly done: () => void },
): Promise<void> {
  await Promise.allSettled([sent, turn]);
  try {
    const uploadId = await sent;
    signal.throwIfAborted();
    tell({ type: 'reading', id });
    await attach(uploadId);
    done();
    tell({ type: 'gone', id });
  } catch (error) {
    if (!signal.aborted) tell({ type: 'failed', id, problem: pictureProblem(error), final: false });
  }
}
