import { customersRouter } from './customers/router.ts';
import { ordersRouter } from './orders/router.ts';
import { paymentsRouter } from './payments/router.ts';
import { productsRouter } from './products/router.ts';
import { createCallerFactory, router } from './trpc.ts';

const domainRouters = {
  customers: customersRouter,
  products: productsRouter,
  orders: ordersRouter,
  payments: paymentsRouter,
};

/** The whole API: four domains, each of which can be served on its own. */
export const appRouter = router(domainRouters);

export type AppRouter = typeof appRouter;

export const domains = ['customers', 'products', 'orders', 'payments'] as const satisfies readonly Domain[];
export type Domain = keyof typeof domainRouters;

/** The part of the API that a process of these domains serves; procedures of the others are not found there. */
export function createDomainRouter(served: readonly Domain[]) {
  return router(Object.fromEntries(served.map((domain) => [domain, domainRouters[domain]])));
}

export const createCaller = createCallerFactory(appRouter);
