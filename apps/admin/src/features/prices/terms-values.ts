import dayjs from 'dayjs';
import type { PriceList, PriceListKind } from './price-list.ts';

export interface TermsValues {
  readonly name: string;
  readonly kind: PriceListKind;
  readonly groupId: string | null;
  readonly priority: number;
  /** `2026-11-22 16:40:00`, in the reader's zone. */
  readonly startsAt: string | null;
  readonly endsAt: string | null;
}

export const newTerms: TermsValues = {
  name: '',
  kind: 'sale',
  groupId: null,
  priority: 0,
  startsAt: null,
  endsAt: null,
};

function toLocal(iso: string | null): string | null {
  return iso === null ? null : dayjs(iso).format('YYYY-MM-DD HH:mm:ss');
}

function toIso(local: string | null): string | null {
  return local === null || local === '' ? null : dayjs(local).toISOString();
}

export function termsOf(list: PriceList): TermsValues {
  const { name, kind, group, priority, startsAt, endsAt } = list;
  return {
    name,
    kind,
    groupId: group?.id ?? null,
    priority,
    startsAt: toLocal(startsAt),
    endsAt: toLocal(endsAt),
  };
}

export function toTermsInput(values: TermsValues) {
  return {
    ...values,
    name: values.name.trim(),
    startsAt: toIso(values.startsAt),
    endsAt: toIso(values.endsAt),
  };
}

export function validateTerms({ name, startsAt, endsAt }: TermsValues) {
  const wrongOrder =
    startsAt !== null && endsAt !== null && endsAt !== '' && !dayjs(endsAt).isAfter(dayjs(startsAt));
  return {
    name: name.trim() === '' ? 'A list needs a name.' : null,
    endsAt: wrongOrder ? 'The end must be after the start.' : null,
  };
}
