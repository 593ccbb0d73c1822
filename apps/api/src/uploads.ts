import type { Readable } from 'node:stream';
import {
  createExactSize,
  type FileStore,
  findGrantedUpload,
  type GrantedUpload,
  UploadSizeError,
  type UploadSigning,
} from '@turing/routers';
import { Router, type Request, type Response } from 'express';
import { type Problem, sendProblem } from './problems.ts';

export const uploadsPath = '/uploads/';

const forbidden: Problem = {
  status: 403,
  code: 'UPLOAD_FORBIDDEN',
  message: 'This address was not given out, or has expired.',
};
const otherType: Problem = {
  status: 415,
  code: 'UPLOAD_TYPE_DIFFERS',
  message: 'The file has another type than was announced.',
};
const tooLarge: Problem = {
  status: 413,
  code: 'BODY_TOO_LARGE',
  message: 'The file is larger than was announced.',
};
const tooSmall: Problem = { status: 400, code: 'UPLOAD_INCOMPLETE', message: 'The file ended too soon.' };

/** Where browsers put files while they are kept in a folder: at addresses that were signed here, for one file each. */
export function createUploadRoutes({
  storage,
  signing,
}: {
  storage: FileStore;
  signing: UploadSigning;
}): Router {
  async function receive(request: Request, response: Response): Promise<void> {
    const { pathname, searchParams } = new URL(request.originalUrl, 'http://localhost');
    const granted = findGrantedUpload(signing, pathname.slice(uploadsPath.length), searchParams);
    const problem = granted === null ? forbidden : findProblem(request, granted);
    if (granted === null || problem !== null) {
      refuse(request, response, problem ?? forbidden);
      return;
    }
    try {
      await storage.put(granted.key, bodyOf(request, granted.bytes), granted);
      response.status(204).end();
    } catch (error) {
      // Whoever sent it has gone, and with them who would be told.
      if (request.destroyed && !request.complete) return;
      if (!(error instanceof UploadSizeError)) throw error;
      refuse(request, response, error.isTooLarge ? tooLarge : tooSmall);
    }
  }

  const router = Router();
  // oxlint-disable-next-line oxc/no-async-endpoint-handlers -- Express 5 forwards rejections itself
  router.put(`${uploadsPath}*key`, receive);
  return router;
}

function findProblem(request: Request, granted: GrantedUpload): Problem | null {
  if (request.get('content-type') !== granted.contentType) return otherType;
  const announced = request.get('content-length');
  if (announced === undefined || Number(announced) === granted.bytes) return null;
  return Number(announced) > granted.bytes ? tooLarge : tooSmall;
}

/** The body, which fails when it is not as long as it should be. A request that is refused can still be answered. */
function bodyOf(request: Request, bytes: number): Readable {
  const body = createExactSize(bytes);
  request.once('close', () => {
    if (!request.complete) body.destroy(new Error('the request was cut off'));
  });
  return request.pipe(body);
}

function refuse(request: Request, response: Response, problem: Problem): void {
  request.resume();
  response.set('connection', 'close');
  sendProblem(request, response, problem);
}
