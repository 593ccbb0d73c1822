import type { Reader } from '@turing/db';
import { isPermission, isRole, type Permission, permissionsOf } from '@turing/domain';
import { listRoleGrants } from './role-store.ts';

/** What a role means now. */
export interface RoleGrant {
  /** A role that every shop has, or the id of one of the shop's own. */
  readonly role: string;
  readonly name: string;
  readonly permissions: readonly Permission[];
}

/** As it is stored: of a role of the shop's own `role` is `custom`. */
export interface StoredRole {
  readonly role: string;
  readonly roleId: string | null;
}

export interface RoleBook {
  readonly resolve: (stored: StoredRole) => Promise<RoleGrant>;
}

/** How long a process may act on what a role meant before somebody changed it. */
const roleAgeMs = 5000;

/**
 * What roles mean, without a statement per request: the roles of the shop's own are read together, at most once in five
 * seconds, and only when one is asked for.
 */
export function createRoleBook(reader: Reader, clock: () => number = () => performance.now()): RoleBook {
  let read: { readonly at: number; readonly grants: Promise<Map<string, RoleGrant>> } | null = null;

  async function readGrants(): Promise<Map<string, RoleGrant>> {
    const rows = await listRoleGrants(reader);
    return new Map(rows.map((row) => [row.id, toGrant(row)]));
  }

  function grants(): Promise<Map<string, RoleGrant>> {
    if (read !== null && clock() - read.at < roleAgeMs) return read.grants;
    const mine = { at: clock(), grants: readGrants() };
    read = mine;
    // A failure is answered to those who wait for it and to nobody after them.
    mine.grants.catch(() => {
      if (read === mine) read = null;
    });
    return mine.grants;
  }

  return {
    resolve: async ({ role, roleId }) => {
      if (roleId !== null) return (await grants()).get(roleId) ?? nothing(roleId);
      return builtInGrant(role);
    },
  };
}

/** A role that every shop has; any other name may do nothing. */
export function builtInGrant(role: string): RoleGrant {
  if (!isRole(role)) return nothing(role);
  return {
    role,
    name: `${role.slice(0, 1).toUpperCase()}${role.slice(1)}`,
    permissions: permissionsOf(role),
  };
}

export function toGrant({ id, name, permissions }: RoleRow): RoleGrant {
  return { role: id, name, permissions: permissions.filter(isPermission) };
}

interface RoleRow {
  readonly id: string;
  readonly name: string;
  readonly permissions: readonly string[];
}

function nothing(role: string): RoleGrant {
  return { role, name: 'Unknown role', permissions: [] };
}
