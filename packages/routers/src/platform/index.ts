export type { Logger } from './logger.ts';
export { createLogger, logLevels, type LoggerOptions, type LogLevel } from './winston-logger.ts';
export type { RateLimitClass, RateLimitDecision, RateLimiter } from './rate-limit.ts';
export {
  createRateLimiter,
  type ClosableRateLimiter,
  type RateLimiterOptions,
  type RateLimitStore,
} from './rate-limiter.ts';
