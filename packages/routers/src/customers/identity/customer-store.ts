import type { Database } from '@turing/db';

/** Whoever reads the account's mail has confirmed its address. */
export async function markEmailVerified({ pool }: Database, customerId: string): Promise<void> {
  await pool.query('update customer set email_verified = true where id = $1 and not email_verified', [
    customerId,
  ]);
}

export async function isCustomerEmail({ pool }: Database, email: string): Promise<boolean> {
  const { rowCount } = await pool.query('select 1 from customer where email = $1', [email.toLowerCase()]);
  return (rowCount ?? 0) > 0;
}
