import { TRPCClientError } from '@trpc/client';
import { type ErrorCode, errorCodes } from '@turing/domain';

export interface ApiFailure {
  /** The shop's code; `UNKNOWN` for a defect of the server, `UNREACHABLE` when no answer came. */
  readonly code: ErrorCode | 'UNKNOWN' | 'UNREACHABLE';
  readonly details: Record<string, unknown>;
  readonly fields: readonly { readonly path: string; readonly message: string }[];
  readonly requestId: string | null;
}

/** What went wrong, for a sentence to be chosen by. Anything that is not a failure of the API is thrown again. */
export function failureOf(error: unknown): ApiFailure {
  if (!(error instanceof TRPCClientError)) throw error;
  const data: unknown = error.data;
  if (typeof data !== 'object' || data === null) {
    return { code: 'UNREACHABLE', details: {}, fields: [], requestId: null };
  }
  const { reason, details, fields, requestId } = data as Partial<
    Record<keyof ApiFailure | 'reason', unknown>
  >;
  return {
    code: typeof reason === 'string' && Object.hasOwn(errorCodes, reason) ? (reason as ErrorCode) : 'UNKNOWN',
    details: typeof details === 'object' && details !== null ? (details as Record<string, unknown>) : {},
    fields: Array.isArray(fields) ? (fields as ApiFailure['fields']) : [],
    requestId: typeof requestId === 'string' ? requestId : null,
  };
}
