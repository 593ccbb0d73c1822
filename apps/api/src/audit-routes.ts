import { ShopError } from '@turing/domain';
import {
  auditColumns,
  auditFilterSchema,
  exportAudit,
  type Identity,
  type Services,
  toCsv,
} from '@turing/routers';
import { Router, type Request, type Response } from 'express';
import { sendCsv } from './csv-answer.ts';
import { sendRateLimited } from './problems.ts';
import { credentialsOf, requestInfoOf } from './request-info.ts';

interface AuditRoutesOptions {
  readonly services: Pick<Services, 'db' | 'rateLimiter' | 'now'>;
  readonly identity: Identity;
}

/** The audit as a file, streamed as it is read. */
export function createAuditRoutes({ services, identity }: AuditRoutesOptions): Router {
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
    if (!staff.permissions.includes('audit:read'))
      throw new ShopError('FORBIDDEN', { permission: 'audit:read' });
    const rows = await exportAudit({ db, requestId, address, staff }, filterOf(request));
    await sendCsv(response, toCsv(auditColumns, rows), `audit-${now().toISOString().slice(0, 10)}.csv`);
  }

  const router = Router();
  // oxlint-disable-next-line oxc/no-async-endpoint-handlers -- Express 5 forwards rejections itself
  router.get('/export', answerExport);
  return router;
}

/** @throws INPUT_INVALID */
function filterOf(request: Request) {
  const { searchParams } = new URL(request.originalUrl, 'http://localhost');
  const given = [...searchParams].filter(([, value]) => value !== '');
  const parsed = auditFilterSchema.safeParse(Object.fromEntries(given));
  if (!parsed.success) throw new ShopError('INPUT_INVALID', undefined, { cause: parsed.error });
  return parsed.data;
}
