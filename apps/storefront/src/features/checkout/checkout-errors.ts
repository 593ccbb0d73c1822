import type { ApiFailure } from '@turing/client';
import { validateAddress } from '@turing/domain';
import { z } from 'zod';
import {
  toAddress,
  type CheckoutErrors,
  type CheckoutField,
  type CheckoutValues,
} from './checkout-values.ts';

const fieldNames: readonly CheckoutField[] = [
  'email',
  'name',
  'line1',
  'line2',
  'city',
  'region',
  'postalCode',
  'country',
  'phone',
  'shippingMethod',
  'note',
];

/** What can be known to be wrong before asking the API, by the rules the API has too. */
export function findErrors(values: CheckoutValues, isPickup = false): CheckoutErrors {
  const email = z.email().max(254).safeParse(values.email).success
    ? {}
    : { email: 'Enter an e-mail address, such as jo@example.com.' };
  const issues = validateAddress(toAddress(values));
  const asked = issues.filter(({ field }) => !isPickup || field === 'name' || field === 'phone');
  return { ...email, ...fromIssues(asked) };
}

/** The fields a refusal of the API is about. */
export function errorsOf(failure: ApiFailure): CheckoutErrors {
  const { fields } = failure.details;
  if (failure.code === 'ADDRESS_INVALID' && Array.isArray(fields)) {
    return fromIssues(fields as { field: string; message: string }[]);
  }
  return fromIssues(
    failure.fields.map(({ path }) => ({
      field: path.replace(/^address\./u, ''),
      message: 'Check what you typed here.',
    })),
  );
}

function fromIssues(issues: readonly { field: string; message: string }[]): CheckoutErrors {
  return Object.fromEntries(
    issues
      .filter(({ field }) => fieldNames.some((name) => name === field))
      .map(({ field, message }) => [field, message]),
  );
}
