import type { FileStore, Services } from '@turing/routers';
import type { Mailer } from './mailer.ts';

/** What the process gives to every job. */
export interface WorkerServices extends Pick<
  Services,
  'db' | 'gateway' | 'logger' | 'now' | 'storefrontUrl' | 'giftCardSecret'
> {
  readonly mailer: Mailer;
  readonly storage: FileStore;
}
