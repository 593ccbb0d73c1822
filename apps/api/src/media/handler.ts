import { stat } from 'node:fs/promises';
import path from 'node:path';
import { Router, type Request, type Response } from 'express';
import { createLimiter, createSingleFlight } from './bounded.ts';
import { renderRendition } from './render.ts';
import { parseRendition, renditionPath, renditionsFolder, type Rendition } from './rendition.ts';

export interface MediaHandlerOptions {
  mediaDir: string;
  /** Told of images that could not be made; the client learns only that it failed. */
  onError?: (error: unknown, rendition: Rendition) => void;
}

const concurrentRenders = 2;
const forever = 'public, max-age=31536000, immutable';

/** Serves `GET /media/<key>/<width>.<avif|webp>`, rendering from the source the first time a file is asked for. */
export function createMediaHandler({ mediaDir, onError = () => {} }: MediaHandlerOptions): Router {
  const folder = renditionsFolder(path.resolve(mediaDir));
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
      if (await ensure(rendition)) await send(response, { folder, file: renditionPath(rendition) });
      else refuse(response, 404);
    } catch (error) {
      onError(error, rendition);
      if (!response.headersSent) refuse(response, 500);
    }
  }

  async function ensure(rendition: Rendition): Promise<boolean> {
    const file = renditionPath(rendition);
    if (await exists(path.join(folder, file))) return true;
    return once(file, () => limit(() => renderRendition(mediaDir, rendition)));
  }

  const router = Router();
  // oxlint-disable-next-line oxc/no-async-endpoint-handlers -- Express 5 forwards rejections itself
  router.use('/media', serve);
  return router;
}

function send(response: Response, { folder, file }: { folder: string; file: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    response.set('Cache-Control', forever);
    response.sendFile(file, { root: folder, cacheControl: false }, (error) => {
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

async function exists(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => null);
  return found !== null && found.isFile();
}
