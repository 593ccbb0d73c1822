import { ShopError } from '@turing/domain';
import { type Identity, openExport, type Services } from '@turing/routers';
import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { sendFile } from './file-answer.ts';
import { sendRateLimited } from './problems.ts';
import { credentialsOf, requestInfoOf } from './request-info.ts';

interface PrivacyRoutesOptions {
  readonly services: Pick<Services, 'db' | 'rateLimiter' | 'now' | 'storage'>;
  readonly identity: Identity;
}

const idSchema = z.uuid();

/** The file with all of a customer's data, for nobody but them. */
export function createPrivacyRoutes({ services, identity }: PrivacyRoutesOptions): Router {
  async function answerFile(request: Request, response: Response): Promise<void> {
    const decision = await services.rateLimiter.check('write', requestInfoOf(request).address);
    if (!decision.allowed) {
      sendRateLimited(request, response, decision);
      return;
    }
    const customer = await identity.findCustomer(credentialsOf(request), (cookies) => {
      if (cookies.length > 0) response.appendHeader('set-cookie', [...cookies]);
    });
    if (customer === null) throw new ShopError('UNAUTHENTICATED');
    const { success, data: id } = idSchema.safeParse(request.params['id']);
    if (!success) throw new ShopError('EXPORT_NOT_FOUND');
    const file = await openExport(services, { id, customerId: customer.id });
    await sendFile(response, file, { name: 'my-data.json', type: 'application/json; charset=utf-8' });
  }

  const router = Router();
  // oxlint-disable-next-line oxc/no-async-endpoint-handlers -- Express 5 forwards rejections itself
  router.get('/exports/:id', answerFile);
  return router;
}
