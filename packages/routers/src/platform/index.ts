export type { Logger } from './logger.ts';
export { createLogger, logLevels, type LogLevel } from './winston-logger.ts';
export type { RateLimitClass, RateLimiter } from './rate-limit.ts';
export { createLimiter, createSingleFlight } from './bounded.ts';
export * from './storage/index.ts';
export { createRateLimiter, type RateLimitStore } from './rate-limiter.ts';
