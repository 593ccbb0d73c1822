import type { Writable } from 'node:stream';
import { inspect } from 'node:util';
import winston from 'winston';
import type { Logger } from './logger.ts';
import { redactFields, redactText } from './redact.ts';

export const logLevels = ['error', 'warn', 'info', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

export interface LoggerOptions {
  /** The process that speaks: `api`, `worker`. */
  readonly service: string;
  readonly level: LogLevel;
  /** `json` for machines, `text` for a person at a terminal. */
  readonly format: 'json' | 'text';
  /** Where the lines go; standard output by default. */
  readonly destination?: Writable;
}

const messageSymbol = Symbol.for('message');
const levelSymbol = Symbol.for('level');

type Line = Record<string, unknown>;

/**
 * A logger whose records hold no secrets and no personal data: they are taken out of the record itself, before any
 * transport or monitoring agent sees it.
 */
export function createLogger(options: LoggerOptions): Logger {
  const logger = winston.createLogger({
    level: options.level === 'silent' ? 'error' : options.level,
    silent: options.level === 'silent',
    format: winston.format((info) => finishRecord(info, options))(),
    transports: [new winston.transports.Stream({ stream: options.destination ?? process.stdout })],
    exitOnError: false,
  });
  const write =
    (level: 'info' | 'warn' | 'error') =>
    (message: string, fields: Line = {}) => {
      // winston formats a record before it looks at the level.
      if (logger.isLevelEnabled(level)) logger.log({ ...fields, level, message });
    };
  return { info: write('info'), warn: write('warn'), error: write('error') };
}

function finishRecord(info: winston.Logform.TransformableInfo, options: LoggerOptions) {
  const { level, message, ...fields } = info;
  const record: winston.Logform.TransformableInfo = {
    time: new Date().toISOString(),
    level,
    service: options.service,
    message: redactText(String(message)),
    ...redactFields(fields),
  };
  record[levelSymbol] = level;
  record[messageSymbol] = options.format === 'json' ? toJson(record) : toText(record);
  return record;
}

function toJson(record: Line): string {
  try {
    return JSON.stringify(record);
  } catch {
    const { time, level, service, message } = record;
    return JSON.stringify({ time, level, service, message, unserialisable: true });
  }
}

function toText({ time, level, service, message, ...fields }: Line): string {
  const clock = String(time).slice(11, 23);
  const details = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${describe(value)}`);
  return [clock, String(level).padEnd(5), String(service), String(message), ...details].join(' ');
}

function describe(value: unknown): string {
  if (typeof value === 'string') return /\s/u.test(value) ? JSON.stringify(value) : value;
  if (isErrorRecord(value)) return value.stack;
  return inspect(value, { depth: 6, breakLength: Infinity });
}

function isErrorRecord(value: unknown): value is { stack: string } {
  return typeof value === 'object' && value !== null && 'stack' in value && typeof value.stack === 'string';
}
