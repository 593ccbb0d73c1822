import type { PostalAddress, Role } from '@turing/domain';
import { insertRow, type Queryable } from './insert.ts';
import { hashPassword } from './password.ts';
import { uniqueSuffix } from './sequence.ts';

export interface PersonInput {
  email?: string;
  name?: string;
  /** Gives the person a way to sign in; without one there is none. */
  password?: string;
}

export interface StaffInput extends PersonInput {
  role?: Role;
  active?: boolean;
}

export interface CustomerInput extends PersonInput {
  emailVerified?: boolean;
  address?: Partial<PostalAddress>;
}

export interface Person {
  id: string;
  email: string;
  name: string;
}

/** An address in Portland, Oregon, that passes the rules of the domain. */
export function exampleAddress(overrides: Partial<PostalAddress> = {}): PostalAddress {
  return {
    name: 'Ada Marlowe',
    line1: '1912 SW Morrison Street',
    line2: null,
    city: 'Portland',
    region: 'OR',
    postalCode: '97205',
    country: 'US',
    phone: null,
    ...overrides,
  };
}

export async function createCustomer(db: Queryable, input: CustomerInput = {}): Promise<Person> {
  const email = input.email ?? `customer-${uniqueSuffix()}@example.com`;
  const name = input.name ?? 'Ada Marlowe';
  const { id } = await insertRow(db, 'customer', {
    email,
    name,
    email_verified: input.emailVerified ?? true,
  });
  if (input.password !== undefined) {
    await insertRow(db, 'customer_account', {
      customer_id: id,
      account_id: id,
      provider_id: 'credential',
      password: await hashPassword(input.password),
    });
  }
  if (input.address !== undefined) await createAddress(db, id, { name, ...input.address });
  return { id, email, name };
}

async function createAddress(
  db: Queryable,
  customerId: string,
  overrides: Partial<PostalAddress>,
): Promise<void> {
  const { postalCode, ...address } = exampleAddress(overrides);
  await insertRow(db, 'customer_address', {
    ...address,
    customer_id: customerId,
    postal_code: postalCode,
    is_default: true,
  });
}

export async function createStaff(db: Queryable, input: StaffInput = {}): Promise<Person & { role: Role }> {
  const email = input.email ?? `staff-${uniqueSuffix()}@turing.example`;
  const name = input.name ?? 'Grace Okafor';
  const role = input.role ?? 'owner';
  const { id } = await insertRow(db, 'staff', {
    email,
    name,
    role,
    active: input.active ?? true,
    email_verified: true,
  });
  if (input.password !== undefined) {
    await insertRow(db, 'staff_account', {
      staff_id: id,
      account_id: id,
      provider_id: 'credential',
      password: await hashPassword(input.password),
    });
  }
  return { id, email, name, role };
}
