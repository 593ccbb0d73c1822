import { slugify, type PostalAddress } from '@turing/domain';
import names from '../content/names.json' with { type: 'json' };
import type { Random } from '../random.ts';
import { composeAddress } from './places.ts';

/** Somebody who buys: with an account when `id` is set. */
export interface Shopper {
  name: string;
  email: string;
  address: PostalAddress;
}

const domains = ['example.com', 'example.org', 'example.net'];

/** The customer whose sign-in the documents name. */
export const namedCustomer = {
  email: 'shopper@turing.example',
  name: 'Ada Marlowe',
  password: 'turing-commerce-shopper',
  address: {
    name: 'Ada Marlowe',
    line1: '1912 SW Morrison Street',
    line2: null,
    city: 'Portland',
    region: 'OR',
    postalCode: '97205',
    country: 'US',
    phone: '+1 503 555 0142',
  },
} as const;

/** The members of staff whose sign-ins the documents name. */
export const namedStaff = [
  { email: 'owner@turing.example', name: 'Grace Okafor', role: 'owner', password: 'turing-commerce-owner' },
  {
    email: 'fulfilment@turing.example',
    name: 'Edsger Lindqvist',
    role: 'fulfilment',
    password: 'turing-commerce-fulfilment',
  },
] as const;

/** Makes people with e-mail addresses that nobody shares; all of them at example domains. */
export function createPeople(random: Random): () => Shopper {
  const taken = new Set<string>();
  return () => {
    const [first, last] = [random.pick(names.first), random.pick(names.last)];
    const name = `${first} ${last}`;
    const mailbox = random.pick([
      `${slugify(first)}.${slugify(last)}`,
      `${slugify(first).slice(0, 1)}${slugify(last)}`,
      `${slugify(first)}${random.int(70, 99)}`,
    ]);
    const domain = random.pick(domains);
    let email = `${mailbox}@${domain}`;
    for (let copy = 2; taken.has(email); copy += 1) email = `${mailbox}${copy}@${domain}`;
    taken.add(email);
    return { name, email, address: composeAddress(random, name) };
  };
}
