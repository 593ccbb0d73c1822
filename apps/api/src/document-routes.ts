import { ShopError } from '@turing/domain';
import {
  type DocumentReader,
  type Identity,
  mostSlips,
  renderDocument,
  type RenderedDocument,
  renderPackingSlips,
  type Services,
} from '@turing/routers';
import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { sendRateLimited } from './problems.ts';
import { credentialsOf, requestInfoOf } from './request-info.ts';

interface DocumentRoutesOptions {
  readonly services: Pick<Services, 'db' | 'rateLimiter' | 'now' | 'storage'>;
  readonly identity: Identity;
}

const documentId = z.uuid();
const secretToken = z.string().regex(/^[\w-]{32}$/u);
const orderIds = z.array(documentId).min(1).max(mostSlips);

/**
 * Invoices, credit notes and packing slips as PDF: any for staff who may see orders, those of own orders for a customer,
 * those of one order for whoever holds its secret link.
 */
export function createDocumentRoutes({ services, identity }: DocumentRoutesOptions): Router {
  async function answer(
    request: Request,
    response: Response,
    render: () => Promise<RenderedDocument>,
  ): Promise<void> {
    const decision = await services.rateLimiter.check('write', requestInfoOf(request).address);
    if (!decision.allowed) {
      sendRateLimited(request, response, decision);
      return;
    }
    const { name, pdf } = await render();
    response.set({
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${name}"`,
      'cache-control': 'private, no-store',
    });
    response.end(pdf);
  }

  async function answerSlips(request: Request, response: Response): Promise<void> {
    const reader = await getReader(identity, { request, response });
    if (!('staff' in reader)) throw new ShopError('FORBIDDEN', { permission: 'orders:read' });
    const { searchParams } = new URL(request.originalUrl, 'http://localhost');
    const parsed = orderIds.safeParse((searchParams.get('orders') ?? '').split(',').filter(Boolean));
    if (!parsed.success) throw new ShopError('INPUT_INVALID', undefined, { cause: parsed.error });
    await answer(request, response, () => renderPackingSlips(services, parsed.data));
  }

  async function answerOne(request: Request, response: Response): Promise<void> {
    const reader = await getReader(identity, { request, response });
    await answer(request, response, () => renderDocument(services, idOf(request), reader));
  }

  async function answerOfOrder(request: Request, response: Response): Promise<void> {
    const token = secretToken.safeParse(request.params['token']);
    if (!token.success) throw new ShopError('DOCUMENT_NOT_FOUND');
    const reader = { orderToken: token.data };
    await answer(request, response, () => renderDocument(services, idOf(request), reader));
  }

  const router = Router();
  // oxlint-disable-next-line oxc/no-async-endpoint-handlers -- Express 5 forwards rejections itself
  router.get('/packing-slips', answerSlips);
  // oxlint-disable-next-line oxc/no-async-endpoint-handlers -- as above
  router.get('/orders/:token/:id', answerOfOrder);
  // oxlint-disable-next-line oxc/no-async-endpoint-handlers -- as above
  router.get('/:id', answerOne);
  return router;
}

/** Staff who may see orders, or a customer. @throws UNAUTHENTICATED, SECOND_FACTOR_REQUIRED, FORBIDDEN */
async function getReader(
  identity: Identity,
  { request, response }: { readonly request: Request; readonly response: Response },
): Promise<DocumentReader> {
  const keepCookies = (cookies: readonly string[]) => {
    if (cookies.length > 0) response.appendHeader('set-cookie', [...cookies]);
  };
  const credentials = credentialsOf(request);
  const staff = await identity.findStaff(credentials, keepCookies);
  if (staff === null) {
    const customer = await identity.findCustomer(credentials, keepCookies);
    if (customer === null) throw new ShopError('UNAUTHENTICATED');
    return { customerId: customer.id };
  }
  if (staff.mustEnrol) throw new ShopError('SECOND_FACTOR_REQUIRED');
  if (!staff.permissions.includes('orders:read'))
    throw new ShopError('FORBIDDEN', { permission: 'orders:read' });
  return { staff: true };
}

/** @throws DOCUMENT_NOT_FOUND */
function idOf(request: Request): string {
  const { success, data } = documentId.safeParse(request.params['id']);
  if (!success) throw new ShopError('DOCUMENT_NOT_FOUND');
  return data;
}
