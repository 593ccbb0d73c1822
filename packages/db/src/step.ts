import { channel } from 'node:diagnostics_channel';

/** Where the order of things matters when a process dies: before and after each commit and each call of another system. */
export const steps = [
  'place.before-commit',
  'place.after-commit',
  'start-checkout.before-call',
  'start-checkout.after-call',
  'webhook.before-commit',
  'webhook.after-commit',
  'apply-event.before-commit',
  'apply-event.after-commit',
  'refund.recorded',
  'refund.before-call',
  'refund.after-call',
  'refund.after-commit',
  'deliver-event.before-commit',
  'deliver-event.after-commit',
  'letter.before-send',
  'letter.after-send',
] as const;

export type Step = (typeof steps)[number];

const reached = channel('turing:step');

/** Tells whoever listens where the process is. Nobody does but a test that ends processes there; then it costs a read. */
export function reach(step: Step): void {
  if (reached.hasSubscribers) reached.publish(step);
}
