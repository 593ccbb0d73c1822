export type { Logger } from './logger.ts';
export { createLogger, logLevels, type LogLevel } from './winston-logger.ts';
export { type RateLimitClass, type RateLimiter, retryAfterSeconds } from './rate-limit.ts';
export { createLimiter, createSingleFlight } from './bounded.ts';
export * from './storage/index.ts';
export { createRateLimiter } from './rate-limiter.ts';
export type { RateLimitStore } from './shared-store.ts';
