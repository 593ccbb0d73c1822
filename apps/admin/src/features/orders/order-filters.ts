import type { RouterInputs } from '@turing/client';
import {
  type FulfilmentState,
  fulfilmentStates,
  type OrderState,
  orderStates,
  type PaymentState,
  paymentStates,
} from '@turing/domain';
import dayjs from 'dayjs';
import { oneOf } from '../../lib/use-address.ts';

export interface OrderFilters {
  readonly query: string;
  readonly status: OrderState | null;
  readonly payment: PaymentState | null;
  readonly fulfilment: FulfilmentState | null;
  /** Calendar days of the reader, both included. */
  readonly from: string | null;
  readonly to: string | null;
  /** The cursors that led to this page, oldest first. */
  readonly cursors: readonly string[];
}

const pageSize = 25;

export function readOrderFilters(params: URLSearchParams): OrderFilters {
  return {
    query: (params.get('q') ?? '').slice(0, 100),
    status: oneOf(orderStates, params.get('status')),
    payment: oneOf(paymentStates, params.get('payment')),
    fulfilment: oneOf(fulfilmentStates, params.get('fulfilment')),
    from: readDay(params.get('from')),
    to: readDay(params.get('to')),
    cursors: params.getAll('after'),
  };
}

export function writeOrderFilters(filters: OrderFilters): URLSearchParams {
  const { query, status, payment, fulfilment, from, to, cursors } = filters;
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries({ q: query, status, payment, fulfilment, from, to })) {
    if (value) params.set(name, value);
  }
  for (const cursor of cursors) params.append('after', cursor);
  return params;
}

/** What to ask the API for; days begin and end at the reader's midnight. */
export function toListInput(filters: OrderFilters): RouterInputs['orders']['staff']['list'] {
  const { query, status, payment, fulfilment, from, to, cursors } = filters;
  const cursor = cursors.at(-1);
  return {
    limit: pageSize,
    ...(query === '' ? {} : { query }),
    ...(status === null ? {} : { status }),
    ...(payment === null ? {} : { paymentStatus: payment }),
    ...(fulfilment === null ? {} : { fulfilmentStatus: fulfilment }),
    ...(from === null ? {} : { from: dayjs(from).toISOString() }),
    ...(to === null ? {} : { to: dayjs(to).add(1, 'day').toISOString() }),
    ...(cursor === undefined ? {} : { cursor }),
  };
}

/** Whether anything but the tab narrows the list. */
export function isNarrowed({ query, payment, fulfilment, from, to }: OrderFilters): boolean {
  return query !== '' || [payment, fulfilment, from, to].some((value) => value !== null);
}

function readDay(value: string | null): string | null {
  return value !== null && /^\d{4}-\d{2}-\d{2}$/u.test(value) && dayjs(value).isValid() ? value : null;
}
