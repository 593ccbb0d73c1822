import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { key, openShop, setupSecret, type Shop, type Visitor } from '../support/shop.ts';

type Staff = NonNullable<Visitor['staff']>;

let shop: Shop;
let owner: Staff;
beforeAll(async () => {
  shop = await openShop();
  owner = await shop.factories.createStaff({ email: 'owner@access.example' });
});
afterAll(() => shop.close());

const staffOf = (staff: Staff = owner) => shop.as({ staff }).customers.staff;
const password = 'correct-horse-battery';

/** The link of the last letter queued to an address. */
async function linkTo(email: string): Promise<string> {
  const { rows } = await shop.db.pool.query<{ url: string }>(
    `select j.payload->>'url' as url from graphile_worker._private_jobs j
     join graphile_worker._private_tasks t on t.id = j.task_id
     where t.identifier = 'send-staff-letter' and j.payload->>'to' = $1 order by j.id desc limit 1`,
    [email],
  );
  return rows[0]?.url.split('#')[1] ?? '';
}

async function auditsOf(entityId: string) {
  const { rows } = await shop.db.pool.query<{ action: string; before: unknown; after: unknown }>(
    'select action, before, after from audit_entry where entity_id = $1 order by created_at, id',
    [entityId],
  );
  return rows;
}

describe('an invitation', () => {
  test('goes out once per key, is accepted once, and leads to an account with its role', async () => {
    const input = { email: 'New@Access.example', role: 'support', idempotencyKey: key() };
    const [first, second] = [
      await staffOf().invitations.invite(input),
      await staffOf().invitations.invite(input),
    ];
    expect(second).toEqual(first);
    expect(first).toMatchObject({ email: 'new@access.example', roleName: 'Support', isOver: false });
    const token = await linkTo('new@access.example');
    expect(token).toHaveLength(43);
    const stored = await shop.db.pool.query('select * from staff_invitation where id = $1', [first.id]);
    expect(JSON.stringify(stored.rows)).not.toContain(token);

    const guest = shop.as().customers.staff.invitations;
    expect(await guest.view({ token })).toMatchObject({ email: 'new@access.example', roleName: 'Support' });
    const accept = (name: string) => guest.accept({ token, name, password });
    const both = await Promise.allSettled([accept('One'), accept('Two'), accept('Three')]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of both) {
      if (result.status === 'rejected')
        expect(result.reason).toMatchObject({ message: 'INVITATION_INVALID' });
    }
    const members = await staffOf().members.list();
    expect(members.find(({ email }) => email === 'new@access.example')).toMatchObject({
      role: 'support',
      active: true,
      hasSecondFactor: false,
    });
    await expect(guest.view({ token })).rejects.toThrow('INVITATION_INVALID');
    expect(await auditsOf(first.id)).toMatchObject([{ action: 'staff.invite' }]);
  });

  test('is refused for somebody who works here or is invited, for more than one may do, and for no role', async () => {
    const invite = (email: string, role: string, as = owner) =>
      staffOf(as).invitations.invite({ email, role, idempotencyKey: key() });
    await expect(invite(owner.email, 'support')).rejects.toThrow('STAFF_EMAIL_TAKEN');
    await invite('twice@access.example', 'analyst');
    await expect(invite('twice@access.example', 'analyst')).rejects.toThrow('STAFF_EMAIL_TAKEN');
    await expect(invite('x@access.example', 'custom')).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await expect(invite('x@access.example', '00000000-0000-7000-8000-000000000009')).rejects.toThrow(
      'ROLE_NOT_FOUND',
    );
    const deputy = { ...owner, permissions: ['staff:manage', 'orders:read'] as const };
    await expect(invite('x@access.example', 'owner', deputy)).rejects.toMatchObject({
      message: 'PERMISSION_NOT_HELD',
    });
    await expect(invite('a@b.example\r\nBcc: c@d.example', 'support')).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
  });

  test('is sent again with another link, withdrawn, and over after a week', async () => {
    const email = 'late@access.example';
    const { id } = await staffOf().invitations.invite({ email, role: 'analyst', idempotencyKey: key() });
    const old = await linkTo(email);
    await expect(staffOf().invitations.resend({ id, version: 7, idempotencyKey: key() })).rejects.toThrow(
      'VERSION_CONFLICT',
    );
    await staffOf().invitations.resend({ id, version: 1, idempotencyKey: key() });
    const token = await linkTo(email);
    expect(token).not.toBe(old);
    const guest = shop.as().customers.staff.invitations;
    await expect(guest.view({ token: old })).rejects.toThrow('INVITATION_INVALID');
    expect(await guest.view({ token })).toMatchObject({ email });
    await expect(guest.accept({ token, name: 'Late', password: 'password12' })).rejects.toMatchObject({
      message: 'PASSWORD_REFUSED',
    });
    shop.advance(8 * 24 * 3_600_000);
    await expect(guest.accept({ token, name: 'Late', password })).rejects.toThrow('INVITATION_INVALID');
    shop.advance(-8 * 24 * 3_600_000);
    await staffOf().invitations.revoke({ id, version: 2, idempotencyKey: key() });
    await expect(guest.view({ token })).rejects.toThrow('INVITATION_INVALID');
    await expect(staffOf().invitations.revoke({ id, version: 3, idempotencyKey: key() })).rejects.toThrow(
      'INVITATION_NOT_FOUND',
    );
    await staffOf().invitations.invite({ email, role: 'analyst', idempotencyKey: key() });
  });
});

describe('a colleague', () => {
  test('is deactivated with sessions and tokens, and let in again', async () => {
    const member = await shop.factories.createStaff({ role: 'manager' });
    await shop.db.pool.query(
      `insert into staff_session (staff_id, token, expires_at, updated_at) values ($1, $2, now() + interval '1 hour', now())`,
      [member.id, key()],
    );
    const input = { id: member.id, version: 1, idempotencyKey: key() };
    expect(await staffOf().members.deactivate(input)).toBeNull();
    expect(await staffOf().members.deactivate(input)).toBeNull();
    expect(await staffOf().members.sessions({ id: member.id })).toEqual([]);
    expect(await staffOf().members.get({ id: member.id })).toMatchObject({ active: false, version: 2 });
    await expect(
      staffOf().members.deactivate({ ...input, version: 2, idempotencyKey: key() }),
    ).rejects.toThrow('STAFF_INACTIVE');
    await staffOf().members.reactivate({ ...input, version: 2, idempotencyKey: key() });
    expect(await auditsOf(member.id)).toMatchObject([
      { action: 'staff.deactivate', before: { active: true }, after: { active: false } },
      { action: 'staff.reactivate' },
    ]);
  });

  test('is given a role, loses a second factor, and is signed out', async () => {
    const member = await shop.factories.createStaff({ role: 'analyst' });
    await shop.db.pool.query('update staff set two_factor_enabled = true where id = $1', [member.id]);
    await shop.db.pool.query(
      `insert into staff_two_factor (staff_id, secret, backup_codes, verified) values ($1, 's', 'c', true)`,
      [member.id],
    );
    const edit = (version: number) => ({ id: member.id, version, idempotencyKey: key() });
    await expect(staffOf().members.changeRole({ ...edit(9), role: 'support' })).rejects.toThrow(
      'VERSION_CONFLICT',
    );
    await staffOf().members.changeRole({ ...edit(1), role: 'support' });
    await staffOf().members.resetSecondFactor(edit(2));
    await staffOf().members.endSessions(edit(3));
    expect(await staffOf().members.get({ id: member.id })).toMatchObject({
      role: 'support',
      hasSecondFactor: false,
      version: 4,
    });
    expect((await staffOf().members.history({ id: member.id })).items).toMatchObject([
      { event: 'second-factor-reset', address: '127.0.0.1' },
    ]);
    expect(await auditsOf(member.id)).toMatchObject([
      { action: 'staff.changeRole', before: { role: 'analyst' }, after: { role: 'support' } },
      { action: 'staff.resetSecondFactor', before: { hasSecondFactor: true } },
      { action: 'staff.endSessions' },
    ]);
  });

  test('cannot be oneself, nor somebody who may do more', async () => {
    const edit = { id: owner.id, version: 1, idempotencyKey: key() };
    await expect(staffOf().members.deactivate(edit)).rejects.toThrow('OWN_ACCOUNT');
    const deputy = await shop.factories.createStaff({ role: 'analyst' });
    const may = { ...deputy, permissions: ['staff:manage', 'orders:read'] as const };
    await expect(staffOf(may).members.deactivate({ ...edit, idempotencyKey: key() })).rejects.toThrow(
      'PERMISSION_NOT_HELD',
    );
    await expect(staffOf().members.deactivate({ ...edit, id: key(), idempotencyKey: key() })).rejects.toThrow(
      'STAFF_NOT_FOUND',
    );
  });
});

test('of owners who deactivate or demote each other at once one remains', async () => {
  for (let round = 0; round < 5; round += 1) {
    await shop.db.pool.query(`update staff set active = false where role = 'owner'`);
    const owners = await Promise.all([1, 2, 3].map(() => shop.factories.createStaff({})));
    const results = await Promise.allSettled(
      owners.map((each, index) => {
        const target = owners[(index + 1) % owners.length]!;
        const edit = { id: target.id, version: 1, idempotencyKey: key() };
        return index === 1
          ? staffOf(each).members.changeRole({ ...edit, role: 'support' })
          : staffOf(each).members.deactivate(edit);
      }),
    );
    const { rows } = await shop.db.pool.query(`select id from staff where role = 'owner' and active`);
    expect(rows.length).toBeGreaterThanOrEqual(1);
    expect(results.filter(({ status }) => status === 'fulfilled').length).toBe(3 - rows.length);
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ message: 'LAST_OWNER' });
    }
  }
  await shop.db.pool.query(`update staff set active = true where id = $1`, [owner.id]);
});

describe('the first owner', () => {
  let empty: Shop;
  beforeAll(async () => {
    empty = await openShop();
  });
  afterAll(() => empty.close());

  test('is made once, by whoever knows the secret', async () => {
    const setUp = empty.as().customers.staff.setUp;
    const input = { secret: setupSecret, email: 'First@Owner.example', name: 'First', password };
    expect(await setUp.needed()).toBe(true);
    await expect(setUp.createOwner({ ...input, secret: 'a guess' })).rejects.toThrow('SET_UP_SECRET_WRONG');
    await expect(setUp.createOwner({ ...input, password: '1234567890' })).rejects.toThrow('PASSWORD_REFUSED');
    const tries = Array.from({ length: 6 }, (_, index) =>
      setUp.createOwner({ ...input, email: `first${index}@owner.example` }),
    );
    const results = await Promise.allSettled(tries);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ message: 'SET_UP_ALREADY' });
    }
    const { rows } = await empty.db.pool.query('select role, active from staff');
    expect(rows).toEqual([{ role: 'owner', active: true }]);
    expect(await setUp.needed()).toBe(false);
    await expect(setUp.createOwner(input)).rejects.toThrow('SET_UP_ALREADY');
  });
});
