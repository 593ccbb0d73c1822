import { customersRouter } from './customers/router.ts';
import { ordersRouter } from './orders/router.ts';
import { paymentsRouter } from './payments/router.ts';
import { productsRouter } from './products/router.ts';
import { createCallerFactory, router } from './trpc.ts';

/** The whole API: four domains, each of which can be served on its own. */
export const appRouter = router({
  customers: customersRouter,
  products: productsRouter,
  orders: ordersRouter,
  payments: paymentsRouter,
});

export type AppRouter = typeof appRouter;

export const createCaller = createCallerFactory(appRouter);
