import { ShopError } from '@turing/domain';
import { type Services, unsubscribe } from '@turing/routers';
import { Router, type Request, type Response } from 'express';
import { sendRateLimited } from './problems.ts';
import { requestInfoOf } from './request-info.ts';

const secretToken = /^[\w-]{32}$/u;

/** What mail programs call when somebody clicks their own "unsubscribe" (RFC 8058): the address alone says who. */
export function createUnsubscribeRoutes({
  db,
  now,
  rateLimiter,
}: Pick<Services, 'db' | 'now' | 'rateLimiter'>): Router {
  async function answer(request: Request, response: Response): Promise<void> {
    const { address } = requestInfoOf(request);
    const decision = await rateLimiter.check('write', address);
    if (!decision.allowed) {
      sendRateLimited(request, response, decision);
      return;
    }
    const token = String(request.params['token']);
    if (!secretToken.test(token)) throw new ShopError('SUBSCRIPTION_NOT_FOUND');
    await unsubscribe({ db, now, address }, { unsubscribeToken: token });
    response.status(200).end();
  }

  const router = Router();
  // oxlint-disable-next-line oxc/no-async-endpoint-handlers -- Express 5 forwards rejections itself
  router.post('/:token', answer);
  return router;
}
