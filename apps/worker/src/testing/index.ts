export { createSchedule } from '../jobs/index.ts';
export { createMailer } from '../mailer.ts';
export type { WorkerServices } from '../services.ts';
export { runDueJobs } from './run-due-jobs.ts';
