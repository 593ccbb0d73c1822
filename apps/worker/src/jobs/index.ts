import { parseCronItems, type ParsedCronItem, type TaskList } from 'graphile-worker';
import { type Job, toTask } from '../job.ts';
import type { WorkerServices } from '../services.ts';
import { applyStoredGatewayEvent } from './apply-gateway-event.ts';
import { applyRetentionPeriods } from './apply-retention.ts';
import { deleteMedia } from './delete-media.ts';
import { deliverEvent } from './deliver-event.ts';
import { eraseRequestedCustomer } from './erase-customer.ts';
import { executeRefund } from './execute-refund.ts';
import { expireOrder } from './expire-order.ts';
import { expireOverdueOrders } from './expire-overdue-orders.ts';
import { expireReservations } from './expire-reservations.ts';
import { exportCustomer } from './export-customer.ts';
import { issueGiftCards } from './issue-gift-cards.ts';
import { renderMedia } from './render-media.ts';
import { refreshCollections } from './refresh-collections.ts';
import { refreshPriceLists } from './refresh-price-lists.ts';
import { refreshPairs } from './refresh-pairs.ts';
import { runQueuedImport } from './run-import.ts';
import { forgetOldSearches } from './forget-searches.ts';
import { forgetSignIns } from './forget-sign-ins.ts';
import { sendAccountLetter } from './send-account-letter.ts';
import { sendGiftCard } from './send-gift-card.ts';
import { sendCartLetter } from './send-cart-letter.ts';
import { sendDraftLetter } from './send-draft-letter.ts';
import { sendEmail } from './send-email.ts';
import { sendPrivacyLetter } from './send-privacy-letter.ts';
import { sendSampleLetter } from './send-sample-letter.ts';
import { sendStaffLetter } from './send-staff-letter.ts';
import { settlePayments } from './settle-payments.ts';
import { sweepImportFiles } from './sweep-imports.ts';
import { sweepUploads } from './sweep-uploads.ts';
import { tendSearch } from './tend-search.ts';
import { writeAboutCarts } from './write-about-carts.ts';

const jobs: Readonly<Record<string, Job>> = {
  'apply-gateway-event': applyStoredGatewayEvent,
  'apply-retention': applyRetentionPeriods,
  'delete-media': deleteMedia,
  'deliver-event': deliverEvent,
  'erase-customer': eraseRequestedCustomer,
  'execute-refund': executeRefund,
  'expire-order': expireOrder,
  'expire-overdue-orders': expireOverdueOrders,
  'expire-reservations': expireReservations,
  'export-customer': exportCustomer,
  'issue-gift-cards': issueGiftCards,
  'render-media': renderMedia,
  'refresh-collections': refreshCollections,
  'refresh-price-lists': refreshPriceLists,
  'refresh-pairs': refreshPairs,
  'run-import': runQueuedImport,
  'forget-searches': forgetOldSearches,
  'forget-sign-ins': forgetSignIns,
  'send-account-letter': sendAccountLetter,
  'send-cart-letter': sendCartLetter,
  'send-draft-letter': sendDraftLetter,
  'send-email': sendEmail,
  'send-gift-card': sendGiftCard,
  'send-privacy-letter': sendPrivacyLetter,
  'send-sample-letter': sendSampleLetter,
  'send-staff-letter': sendStaffLetter,
  'settle-payments': settlePayments,
  'sweep-imports': sweepImportFiles,
  'sweep-uploads': sweepUploads,
  'tend-search': tendSearch,
  'write-about-carts': writeAboutCarts,
};

const schedule = [
  { task: 'expire-overdue-orders', match: '* * * * *' },
  { task: 'expire-reservations', match: '* * * * *' },
  { task: 'refresh-collections', match: '*/5 * * * *' },
  { task: 'refresh-price-lists', match: '* * * * *' },
  { task: 'refresh-pairs', match: '17 3 * * *' },
  { task: 'settle-payments', match: '*/2 * * * *' },
  { task: 'sweep-imports', match: '41 4 * * *' },
  { task: 'sweep-uploads', match: '17 * * * *' },
  { task: 'tend-search', match: '*/20 * * * *' },
  { task: 'write-about-carts', match: '*/10 * * * *' },
  { task: 'forget-searches', match: '40 3 * * *' },
  { task: 'forget-sign-ins', match: '50 3 * * *' },
  { task: 'apply-retention', match: '10 4 * * *' },
];

/** Every job by the name it is queued under. */
export function createTaskList(services: WorkerServices): TaskList {
  return Object.fromEntries(Object.entries(jobs).map(([name, job]) => [name, toTask(name, job, services)]));
}

/** What the clock queues. The next run is the retry; its key keeps runs that could not start from piling up. */
export function createSchedule(): ParsedCronItem[] {
  return parseCronItems(
    schedule.map((item) => ({ ...item, options: { maxAttempts: 1, jobKey: `cron:${item.task}` } })),
  );
}
