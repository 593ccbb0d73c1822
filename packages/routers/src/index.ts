export { appRouter, createCaller, type AppRouter } from './app-router.ts';
export type { Context, Services } from './context.ts';
