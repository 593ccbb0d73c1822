/** A file did not arrive. The message is for staff. */
export class PutFailure extends Error {
  constructor(status: number) {
    super(sentenceOf(status));
    this.name = 'PutFailure';
  }
}

function sentenceOf(status: number): string {
  if (status === 403) return 'The upload took too long to start. Try again.';
  if (status >= 400 && status < 500) return 'The upload was refused. Try again.';
  return 'The upload broke off. Check your connection and try again.';
}

export interface PutTarget {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

interface PutOptions {
  /** From 0 to 1. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Sends a file and says how far it is, which `fetch` cannot.
 * @throws PutFailure; an AbortError when it was given up
 */
export function putFile(file: File, target: PutTarget, { onProgress, signal }: PutOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const abort = () => request.abort();
    signal.addEventListener('abort', abort, { once: true });
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(total === 0 ? 0 : loaded / total),
    );
    request.addEventListener('load', () => {
      if (request.status >= 200 && request.status < 300) resolve();
      else reject(new PutFailure(request.status));
    });
    request.addEventListener('error', () => reject(new PutFailure(0)));
    request.addEventListener('abort', () => reject(new DOMException('given up', 'AbortError')));
    request.addEventListener('loadend', () => signal.removeEventListener('abort', abort));
    request.open(target.method, target.url);
    for (const [name, value] of Object.entries(target.headers)) request.setRequestHeader(name, value);
    request.send(file);
  });
}
