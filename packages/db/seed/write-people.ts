import { insertRows, type Queryable } from '../src/testing/insert.ts';
import { hashPassword } from '../src/testing/password.ts';
import type { NewId } from './ids.ts';
import { namedStaff, type Shopper } from './people/people.ts';

/** A customer with the day the account was opened. */
export interface SeededCustomer {
  id: string;
  person: Shopper;
  createdAt: Date;
  password?: string;
}

export async function writeCustomers(
  db: Queryable,
  customers: readonly SeededCustomer[],
  newId: NewId,
): Promise<void> {
  await insertRows(
    db,
    'customer',
    customers.map(({ id, person, createdAt }, index) => ({
      id,
      email: person.email,
      name: person.name,
      email_verified: true,
      marketing_consent: index % 3 === 0,
      created_at: createdAt,
      updated_at: createdAt,
    })),
  );
  await insertRows(
    db,
    'customer_address',
    customers.map(({ id, person, createdAt }) => {
      const { postalCode, ...address } = person.address;
      return {
        ...address,
        id: newId(createdAt),
        customer_id: id,
        postal_code: postalCode,
        is_default: true,
        created_at: createdAt,
      };
    }),
  );
  for (const { id, password } of customers) {
    if (password === undefined) continue;
    const account = { customer_id: id, account_id: id, provider_id: 'credential' };
    await insertRows(db, 'customer_account', [{ ...account, password: await hashPassword(password) }]);
  }
}

/** Writes the members of staff and gives their ids by role. */
export async function writeStaff(db: Queryable, newId: NewId, at: Date) {
  const ids = { owner: newId(at), fulfilment: newId(at) };
  await insertRows(
    db,
    'staff',
    namedStaff.map(({ email, name, role }) => ({
      id: ids[role],
      email,
      name,
      role,
      email_verified: true,
      created_at: at,
      updated_at: at,
    })),
  );
  for (const { role, password } of namedStaff) {
    const account = { staff_id: ids[role], account_id: ids[role], provider_id: 'credential' };
    await insertRows(db, 'staff_account', [{ ...account, password: await hashPassword(password) }]);
  }
  return { ownerId: ids.owner, fulfilmentId: ids.fulfilment };
}
