import {
  createLimiter,
  createSingleFlight,
  type FileStore,
  findSource,
  findSourceFormat,
  parseRendition,
  type Rendition,
  renditionKey,
  renditionPath,
  renderRendition,
} from '@turing/routers';
import { Router, type Request, type Response } from 'express';
import { createRenditionCache } from './rendition-cache.ts';

export interface MediaHandlerOptions {
  readonly storage: FileStore;
  /** Where renditions are kept on this machine, and how much of its disk they may take. */
  readonly cache: { readonly dir: string; readonly bytes: number };
  /** Told of images that could not be made; the client learns only that it failed. */
  readonly onError?: (error: unknown) => void;
}

const concurrentRenders = 2;
const forever = 'public, max-age=31536000, immutable';

/**
 * Serves `GET /media/<key>/<width>.<avif|webp>`: from this machine's disk, else as it was rendered ahead, else rendered
 * from the source the first time it is asked for.
 */
export function createMediaHandler({ storage, cache, onError = () => {} }: MediaHandlerOptions): Router {
  const renditions = createRenditionCache({ ...cache, onError });
  const limit = createLimiter(concurrentRenders);
  const once = createSingleFlight<boolean>();

  async function serve(request: Request, response: Response): Promise<void> {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.set('Allow', 'GET, HEAD');
      refuse(response, 405);
      return;
    }
    const rendition = parseRendition(request.path.slice(1));
    if (rendition === null) {
      refuse(response, 404);
      return;
    }
    try {
      if (await ensure(rendition)) await send(response, renditions.dir, renditionPath(rendition));
      else refuse(response, 404);
    } catch (error) {
      onError(error);
      if (!response.headersSent) refuse(response, 500);
    }
  }

  async function ensure(rendition: Rendition): Promise<boolean> {
    if (await renditions.has(rendition)) return true;
    return once(renditionPath(rendition), () => obtain(rendition));
  }

  async function obtain(rendition: Rendition): Promise<boolean> {
    if ((await findSourceFormat(storage, rendition.key)) === null) return false;
    const ahead = await storage.find(renditionKey(rendition));
    if (ahead === null) return limit(() => render(rendition));
    await renditions.put(rendition, ahead);
    return true;
  }

  async function render(rendition: Rendition): Promise<boolean> {
    const source = await findSource(storage, rendition.key);
    if (source === null) return false;
    await renditions.put(rendition, await renderRendition(source, rendition));
    return true;
  }

  const router = Router();
  // oxlint-disable-next-line oxc/no-async-endpoint-handlers -- Express 5 forwards rejections itself
  router.use('/media', serve);
  return router;
}

function send(response: Response, root: string, file: string): Promise<void> {
  return new Promise((resolve, reject) => {
    response.set('Cache-Control', forever);
    response.sendFile(file, { root, cacheControl: false }, (error) => {
      if (error && !isAborted(error)) reject(error);
      else resolve();
    });
  });
}

function isAborted(error: Error): boolean {
  return 'code' in error && error.code === 'ECONNABORTED';
}

function refuse(response: Response, status: 404 | 405 | 500): void {
  const sentence = {
    404: 'No such image.',
    405: 'Images can only be read.',
    500: 'The image could not be made.',
  };
  response.removeHeader('ETag');
  response.status(status).set('Cache-Control', 'no-store').type('text/plain').send(sentence[status]);
}
