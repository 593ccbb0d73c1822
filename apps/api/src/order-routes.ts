import { ShopError } from '@turing/domain';
import {
  exportOrdersAsStaff,
  type Identity,
  type OrderExport,
  orderExportSchema,
  type Services,
} from '@turing/routers';
import { Router, type Request, type Response } from 'express';
import { sendCsv } from './csv-answer.ts';
import { sendRateLimited } from './problems.ts';
import { credentialsOf, requestInfoOf } from './request-info.ts';

interface OrderRoutesOptions {
  readonly services: Pick<Services, 'db' | 'rateLimiter' | 'now'>;
  readonly identity: Identity;
}

/** Orders as a file, streamed as they are read. */
export function createOrderRoutes({ services, identity }: OrderRoutesOptions): Router {
  const { db, now, rateLimiter } = services;

  async function answerExport(request: Request, response: Response): Promise<void> {
    const { requestId, address } = requestInfoOf(request);
    const decision = await rateLimiter.check('write', address);
    if (!decision.allowed) {
      sendRateLimited(request, response, decision);
      return;
    }
    const staff = await identity.findStaff(credentialsOf(request), (cookies) => {
      if (cookies.length > 0) response.appendHeader('set-cookie', [...cookies]);
    });
    if (staff === null) throw new ShopError('UNAUTHENTICATED');
    if (staff.mustEnrol) throw new ShopError('SECOND_FACTOR_REQUIRED');
    if (!staff.permissions.includes('orders:read'))
      throw new ShopError('FORBIDDEN', { permission: 'orders:read' });
    const wanted = wantedOf(request);
    const csv = await exportOrdersAsStaff({ db, requestId, address, staff }, wanted);
    const what = wanted.kind === 'orders' ? 'orders' : 'order-lines';
    await sendCsv(response, csv, `${what}-${now().toISOString().slice(0, 10)}.csv`);
  }

  const router = Router();
  // oxlint-disable-next-line oxc/no-async-endpoint-handlers -- Express 5 forwards rejections itself
  router.get('/export', answerExport);
  return router;
}

const amounts = new Set(['totalFrom', 'totalTo']);

/** @throws INPUT_INVALID */
function wantedOf(request: Request): OrderExport {
  const { searchParams } = new URL(request.originalUrl, 'http://localhost');
  const { kind, ...given } = Object.fromEntries([...searchParams].filter(([, value]) => value !== ''));
  const filter = Object.fromEntries(
    Object.entries(given).map(([name, text]) => [name, amounts.has(name) ? Number(text) : text]),
  );
  const parsed = orderExportSchema.safeParse({ kind, filter });
  if (!parsed.success) throw new ShopError('INPUT_INVALID', undefined, { cause: parsed.error });
  return parsed.data;
}
