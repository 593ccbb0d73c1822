import { setTimeout as sleep } from 'node:timers/promises';
import { createFactories } from '@turing/db/testing';
import { createStripeEmulator } from '@turing/stripe-emulator';
import { Pool } from 'pg';
import { buildBundles } from '../fleet/bundles.ts';
import { type Member, startMember, webhookSecret } from '../fleet/member.ts';
import { signInOwner } from '../fleet/staff-session.ts';
import { type Mailbox, openMailbox } from '../mailbox.ts';
import { findFreePort } from '../throwaway-server.ts';

/** The world around the processes that die: it stays. */
export interface Scene {
  readonly apiUrl: string;
  readonly pool: Pool;
  readonly emulator: ReturnType<typeof createStripeEmulator>;
  readonly mailbox: Mailbox;
  readonly variantIds: readonly string[];
  /** Of an owner. */
  readonly cookie: string;
  /** Whether nobody waits for an answer any more. */
  readonly isOver: () => boolean;
  readonly end: () => void;
  readonly startApi: (crashAt: string | null) => Promise<Member>;
  readonly startWorker: (crashAt: string | null) => Promise<Member>;
  readonly close: () => Promise<void>;
}

/** Of an empty, migrated database. Webhooks are sent again and again, as fast as a test wants them. */
export async function setScene(databaseUrl: string): Promise<Scene> {
  const bundles = buildBundles(['api', 'worker']);
  const pool = new Pool({ connectionString: databaseUrl, max: 4 });
  const emulator = createStripeEmulator({ retryDelaysMs: Array.from({ length: 400 }, () => 300) });
  const mailbox = await openMailbox();
  const stripeBase = await emulator.listen();
  const port = await findFreePort();
  const apiUrl = `http://127.0.0.1:${port}`;
  emulator.addWebhookEndpoint({ url: `${apiUrl}/webhooks/stripe`, secret: webhookSecret });
  const shared = { bundles, databaseUrl, stripeBase, smtpUrl: mailbox.url };
  const factories = createFactories(pool);
  await factories.createShippingMethod();
  const products = await Promise.all(
    [10_000, 10_000, 40].map((stock) => factories.createProduct({ variants: [{ stock }] })),
  );
  const first = await startMember({ ...shared, kind: 'api', port });
  const cookie = await signInOwner(factories, apiUrl);
  await first.kill('SIGKILL');
  let isOver = false;
  return {
    apiUrl,
    pool,
    emulator,
    mailbox,
    cookie,
    variantIds: products.map(({ variant }) => variant.id),
    isOver: () => isOver,
    end: () => {
      isOver = true;
    },
    startApi: (crashAt) => startMember({ ...shared, kind: 'api', port, crashAt }),
    startWorker: (crashAt) => startMember({ ...shared, kind: 'worker', crashAt }),
    close: async () => {
      await emulator.close();
      await mailbox.close();
      await pool.end();
      bundles.remove();
    },
  };
}

/** Waits until all that is due has been done: webhooks received, jobs run, refunds given. */
export async function settle(scene: Scene, withinMs: number): Promise<void> {
  const startedAt = performance.now();
  for (;;) {
    await scene.emulator.idle();
    // What failed because its process died is tried again at once rather than after the usual pause.
    const { rows } = await scene.pool.query<{ task: string; error: string | null }>(
      `with hurried as (
         update graphile_worker._private_jobs set run_at = now() where attempts > 0 and run_at > now() and locked_at is null
       )
       select task_identifier as task, last_error as error from graphile_worker.jobs
       where (run_at <= now() or attempts > 0) and task_identifier <> 'expire-order' and task_identifier not like 'cron%' and key not like 'cron:%'`,
    );
    if (rows.length === 0) return;
    if (performance.now() - startedAt > withinMs) {
      throw new Error(`not done in time: ${rows.map(({ task, error }) => `${task} (${error})`).join(', ')}`);
    }
    await sleep(200);
  }
}
