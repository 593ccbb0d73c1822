import type { Readable } from 'node:stream';
import { ShopError } from '@turing/domain';
import {
  exportCsv,
  exportFilterSchema,
  type Identity,
  problemReport,
  type Services,
  templateCsv,
  transferKindSchema,
} from '@turing/routers';
import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { sendCsv } from './csv-answer.ts';
import { sendRateLimited } from './problems.ts';
import { credentialsOf, requestInfoOf } from './request-info.ts';

interface TransferOptions {
  readonly services: Pick<Services, 'db' | 'rateLimiter' | 'now'>;
  readonly identity: Identity;
}

const idSchema = z.uuid();

/** Files that staff take out of the shop, streamed as they are read: exports, templates and the problems of an import. */
export function createTransferRoutes({ services, identity }: TransferOptions): Router {
  const { db, now } = services;

  /** @throws UNAUTHENTICATED, FORBIDDEN */
  async function assertMayRead(request: Request, response: Response): Promise<void> {
    const staff = await identity.findStaff(credentialsOf(request), (cookies) => {
      if (cookies.length > 0) response.appendHeader('set-cookie', [...cookies]);
    });
    if (staff === null) throw new ShopError('UNAUTHENTICATED');
    if (staff.mustEnrol) throw new ShopError('SECOND_FACTOR_REQUIRED');
    if (!staff.permissions.includes('products:read'))
      throw new ShopError('FORBIDDEN', { permission: 'products:read' });
  }

  function answer(nameOf: (request: Request) => string, open: (request: Request) => Promise<Readable>) {
    return async (request: Request, response: Response): Promise<void> => {
      const decision = await services.rateLimiter.check('write', requestInfoOf(request).address);
      if (!decision.allowed) {
        sendRateLimited(request, response, decision);
        return;
      }
      await assertMayRead(request, response);
      await sendCsv(response, await open(request), nameOf(request));
    };
  }

  const day = () => now().toISOString().slice(0, 10);
  const router = Router();
  router.get(
    '/export',
    answer(
      (request) => `${filterOf(request).kind}-${day()}.csv`,
      (request) => exportCsv(db, filterOf(request)),
    ),
  );
  router.get(
    '/template',
    answer(
      (request) => `${kindOf(request)}-template.csv`,
      (request) => templateCsv(db, kindOf(request)),
    ),
  );
  router.get(
    '/imports/:id/problems',
    answer(
      () => 'problems.csv',
      (request) => problemReport(db, parse(idSchema, request.params['id'])),
    ),
  );
  return router;
}

function filterOf(request: Request) {
  const { searchParams } = new URL(request.originalUrl, 'http://localhost');
  const given = [...searchParams].filter(([, value]) => value !== '');
  return parse(exportFilterSchema, Object.fromEntries(given));
}

function kindOf(request: Request) {
  const { searchParams } = new URL(request.originalUrl, 'http://localhost');
  return parse(transferKindSchema, searchParams.get('kind'));
}

/** @throws INPUT_INVALID */
function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new ShopError('INPUT_INVALID', undefined, { cause: parsed.error });
  return parsed.data;
}
