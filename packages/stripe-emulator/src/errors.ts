export interface StripeErrorBody {
  type: 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error';
  message: string;
  code?: string;
  decline_code?: string;
  param?: string;
  [detail: string]: unknown;
}

interface StripeErrorOptions {
  headers?: Record<string, string>;
  /** False for what Stripe refuses before it starts to work: such answers are not kept for replay. */
  replayable?: boolean;
}

export class StripeError extends Error {
  readonly status: number;
  readonly body: StripeErrorBody;
  readonly headers: Record<string, string>;
  readonly replayable: boolean;

  constructor(
    status: number,
    body: StripeErrorBody,
    { headers = {}, replayable = true }: StripeErrorOptions = {},
  ) {
    super(body.message);
    this.status = status;
    this.body = body;
    this.headers = headers;
    this.replayable = replayable;
  }
}

export function refused(message: string, details: Partial<StripeErrorBody> = {}): StripeError {
  return new StripeError(400, { type: 'invalid_request_error', message, ...details });
}

export function invalidParameter(param: string, message: string, code?: string): StripeError {
  const body = { type: 'invalid_request_error', message, param, ...(code && { code }) } as const;
  return new StripeError(400, body, { replayable: false });
}

export function missingParameter(param: string): StripeError {
  return invalidParameter(param, `Missing required param: ${param}.`, 'parameter_missing');
}

export function noSuch(kind: string, id: string, param = 'id'): StripeError {
  const message = `No such ${kind}: '${id}'`;
  return new StripeError(404, { type: 'invalid_request_error', code: 'resource_missing', message, param });
}
