import { type Permission, permissions } from '@turing/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { key, openShop, type Shop, type Visitor } from '../support/shop.ts';

type Staff = NonNullable<Visitor['staff']>;

let shop: Shop;
let owner: Staff;
beforeAll(async () => {
  shop = await openShop();
  owner = await shop.factories.createStaff({ name: 'Olive Owner' });
});
afterAll(() => shop.close());

const staffOf = (staff: Staff = owner) => shop.as({ staff }).customers.staff;

let made = 0;
function newRole(held: Permission[] = ['orders:read'], as = owner) {
  made += 1;
  return staffOf(as).roles.create({ name: `Role ${made}`, permissions: held, idempotencyKey: key() });
}

async function auditsOf(entityId: string) {
  const { rows } = await shop.db.pool.query<{ action: string }>(
    'select action from audit_entry where entity_id = $1 order by created_at, id',
    [entityId],
  );
  return rows.map(({ action }) => action);
}

describe('a role of the shop', () => {
  test('stands beside those that every shop has', async () => {
    const input = {
      name: 'Packers',
      permissions: ['orders:ship', 'orders:read'],
      idempotencyKey: key(),
    } as const;
    const role = await staffOf().roles.create({ ...input, permissions: [...input.permissions] });
    expect(await staffOf().roles.create({ ...input, permissions: [...input.permissions] })).toEqual(role);
    expect(role).toMatchObject({
      permissions: ['orders:read', 'orders:ship'],
      movesMoney: false,
      version: 1,
    });
    const list = await staffOf().roles.list();
    expect(list.slice(0, 5).map(({ name }) => name)).toEqual([
      'Owner',
      'Manager',
      'Fulfilment',
      'Support',
      'Analyst',
    ]);
    expect(list.slice(5)).toContainEqual(role);
    await expect(
      staffOf().roles.create({ name: 'pACKERS', permissions: ['orders:read'], idempotencyKey: key() }),
    ).rejects.toThrow('NAME_TAKEN');
  });

  test('is changed on the version that was read, by one of two', async () => {
    const { role: id } = await newRole();
    const change = (name: string) =>
      staffOf().roles.update({
        id,
        version: 1,
        name,
        permissions: ['orders:read', 'orders:refund'],
        idempotencyKey: key(),
      });
    const both = await Promise.allSettled([change('Left'), change('Right')]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { message: 'VERSION_CONFLICT' },
    });
    expect(await auditsOf(id)).toEqual(['roles.create', 'roles.update']);
  });

  test('grants nothing that its maker does not hold', async () => {
    const deputy = { ...owner, permissions: ['staff:manage', 'orders:read'] as const };
    await expect(newRole(['orders:refund'], deputy)).rejects.toMatchObject({
      message: 'PERMISSION_NOT_HELD',
      cause: { details: { permissions: ['orders:refund'] } },
    });
    const { role: id } = await newRole(['orders:refund']);
    const edit = { id, version: 1, idempotencyKey: key() };
    await expect(
      staffOf(deputy).roles.update({ ...edit, name: 'Less', permissions: ['orders:read'] }),
    ).rejects.toThrow('PERMISSION_NOT_HELD');
    await expect(staffOf(deputy).roles.delete({ ...edit, idempotencyKey: key() })).rejects.toThrow(
      'PERMISSION_NOT_HELD',
    );
    const member = await shop.factories.createStaff({ role: 'analyst' });
    await expect(
      staffOf(deputy).members.changeRole({ id: member.id, version: 1, role: id, idempotencyKey: key() }),
    ).rejects.toThrow('PERMISSION_NOT_HELD');
  });

  test('stays while somebody has it or is invited to it', async () => {
    const { role: id } = await newRole();
    const member = await shop.factories.createStaff({ role: 'analyst' });
    await staffOf().members.changeRole({ id: member.id, version: 1, role: id, idempotencyKey: key() });
    const gone = () => staffOf().roles.delete({ id, version: 1, idempotencyKey: key() });
    await expect(gone()).rejects.toThrow('ROLE_IN_USE');
    await staffOf().members.changeRole({ id: member.id, version: 2, role: 'support', idempotencyKey: key() });
    const invited = await staffOf().invitations.invite({
      email: 'packer@roles.example',
      role: id,
      idempotencyKey: key(),
    });
    await expect(gone()).rejects.toThrow('ROLE_IN_USE');
    await staffOf().invitations.revoke({ id: invited.id, version: 1, idempotencyKey: key() });
    expect(await gone()).toBeNull();
    await expect(gone()).rejects.toThrow('ROLE_NOT_FOUND');
    expect(await auditsOf(id)).toEqual(['roles.create', 'roles.delete']);
  });

  test('given to somebody while it is deleted is either kept or refused', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { role: id } = await newRole();
      const member = await shop.factories.createStaff({ role: 'analyst' });
      const [given, gone] = await Promise.allSettled([
        staffOf().members.changeRole({ id: member.id, version: 1, role: id, idempotencyKey: key() }),
        staffOf().roles.delete({ id, version: 1, idempotencyKey: key() }),
      ]);
      expect([given.status, gone.status].toSorted()).toEqual(['fulfilled', 'rejected']);
      const { rows } = await shop.db.pool.query(
        'select 1 from staff where role_id is not null and not exists (select from staff_role r where r.id = role_id)',
      );
      expect(rows).toEqual([]);
    }
  });
});

describe('an API token', () => {
  const newToken = (held: Permission[], as = owner) =>
    staffOf(as).tokens.create({ name: 'Warehouse', permissions: held, days: 30, idempotencyKey: key() });

  test('is shown once and kept as a hash', async () => {
    const input = { name: 'ERP', permissions: ['orders:read' as const], days: 30, idempotencyKey: key() };
    const first = await staffOf().tokens.create(input);
    const again = await staffOf().tokens.create(input);
    expect(first.secret).toMatch(/^turing_[\w-]{43}$/u);
    expect(again).toEqual({ token: first.token, secret: null });
    expect(first.token.prefix).toBe(first.secret?.slice(0, 13));
    const { rows } = await shop.db.pool.query(
      `select t::text from api_token t union all select a::text from audit_entry a
       union all select r::text from idempotency_record r`,
    );
    expect(JSON.stringify(rows)).not.toContain(first.secret?.slice(13));
    expect(await staffOf().tokens.list()).toContainEqual(first.token);
  });

  test('may do no more than its maker, and neither people nor tokens', async () => {
    const support = await shop.factories.createStaff({ role: 'support' });
    const maker = { ...support, permissions: ['tokens:manage', 'orders:read'] as const };
    await expect(newToken(['orders:ship'], maker)).rejects.toThrow('PERMISSION_NOT_HELD');
    await expect(newToken(['staff:manage'])).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await expect(newToken(['tokens:manage'])).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  test('is revoked on the version that was read, once', async () => {
    const { token } = await newToken(['orders:read']);
    const edit = { id: token.id, version: 1, idempotencyKey: key() };
    expect([await staffOf().tokens.revoke(edit), await staffOf().tokens.revoke(edit)]).toEqual([null, null]);
    await expect(staffOf().tokens.revoke({ ...edit, idempotencyKey: key() })).rejects.toThrow(
      'VERSION_CONFLICT',
    );
    await expect(staffOf().tokens.revoke({ ...edit, id: key(), idempotencyKey: key() })).rejects.toThrow(
      'TOKEN_NOT_FOUND',
    );
    expect(await auditsOf(token.id)).toEqual(['tokens.create', 'tokens.revoke']);
  });
});

describe('the audit', () => {
  test('is found by person, action, thing, time, request, token and words, a page at a time', async () => {
    const clerk = await shop.factories.createStaff({ name: 'Clara Clerk', role: 'manager' });
    const { role: id } = await newRole(['orders:read', 'products:read']);
    const rename = (name: string, version: number) =>
      staffOf(clerk.role === 'manager' ? { ...clerk, permissions } : clerk).roles.update({
        id,
        version,
        name,
        permissions: ['orders:read'],
        idempotencyKey: key(),
      });
    await rename('Zebrawood counter', 1);
    await rename('Zebrawood desk', 2);
    const list = async (filter: Parameters<ReturnType<typeof staffOf>['audit']['list']>[0]) =>
      (await staffOf().audit.list(filter)).items;
    expect(await list({ staffId: clerk.id })).toHaveLength(2);
    expect(await list({ entityType: 'staff_role', entityId: id })).toHaveLength(3);
    expect(await list({ action: 'roles.update', staffId: clerk.id })).toHaveLength(2);
    expect(await list({ text: 'zebra' })).toHaveLength(2);
    const [entry] = await list({
      text: 'zebrawood COUNTER',
      action: 'roles.update',
      to: new Date(Date.now() + 1000),
    });
    expect(entry).toBeDefined();
    expect(await list({ text: `'); drop table staff; --` })).toEqual([]);
    const first = await staffOf().audit.list({ entityId: id, limit: 2 });
    const second = await staffOf().audit.list({ entityId: id, limit: 2, cursor: first.nextCursor! });
    expect([...first.items, ...second.items].map(({ action }) => action)).toEqual([
      'roles.update',
      'roles.update',
      'roles.create',
    ]);
    expect(second.nextCursor).toBeNull();
    expect(first.items[0]).toMatchObject({
      staff: { id: clerk.id, name: 'Clara Clerk' },
      token: null,
      address: '127.0.0.1',
      before: { name: 'Zebrawood counter' },
      after: { name: 'Zebrawood desk' },
    });
    expect(await list({ requestId: first.items[0]!.requestId })).toHaveLength(1);
    expect(await list({ from: new Date(Date.now() + 60_000) })).toEqual([]);
    const { token } = await staffOf().tokens.create({
      name: 'Importer',
      permissions: ['orders:read'],
      days: 1,
      idempotencyKey: key(),
    });
    const acting = { ...owner, permissions, tokenId: token.id, sessionId: null };
    await shop.as({ staff: acting }).customers.staff.roles.create({
      name: 'By machine',
      permissions: ['orders:read'],
      idempotencyKey: key(),
    });
    expect(await list({ tokenId: token.id })).toMatchObject([
      { staff: { id: owner.id }, token: { name: 'Importer', prefix: token.prefix } },
    ]);
    const choices = await staffOf().audit.choices();
    expect(choices.actions).toContain('roles.update');
    expect(choices.entityTypes).toEqual([...new Set(choices.entityTypes)].toSorted());
    expect(choices.people).toContainEqual({ id: clerk.id, name: 'Clara Clerk' });
    await expect(staffOf().audit.list({ cursor: 'x' })).rejects.toThrow('CURSOR_INVALID');
  });

  test.each(['update audit_entry set action = action', 'delete from audit_entry', 'truncate audit_entry'])(
    'cannot be unwritten: %s',
    async (statement) => {
      await newRole();
      await expect(shop.db.pool.query(statement)).rejects.toThrow('append-only');
    },
  );
});
