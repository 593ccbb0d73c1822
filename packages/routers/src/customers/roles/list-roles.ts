import type { Reader } from '@turing/db';
import { movesMoney, type Role, roles } from '@turing/domain';
import { builtInGrant } from './role-book.ts';
import { countBuiltIn, type CustomRole, listRoles } from './role-store.ts';
import type { RoleView } from './schemas.ts';

const descriptions: Readonly<Record<Role, string>> = {
  owner: 'Everything, and who else works here.',
  manager: 'Runs the shop: orders, money, catalogue, prices and customers.',
  fulfilment: 'Packs and ships orders and counts stock.',
  support: 'Answers customers: their orders, refunds and reviews.',
  analyst: 'Reads, and changes nothing.',
};

/** The roles that every shop has, then the shop's own by name. */
export async function viewRoles(reader: Reader): Promise<RoleView[]> {
  const [counts, own] = await Promise.all([countBuiltIn(reader), listRoles(reader)]);
  const builtIn = (Object.keys(roles) as Role[]).map((role) => ({
    role,
    name: builtInGrant(role).name,
    description: descriptions[role],
    isBuiltIn: true,
    permissions: [...roles[role]],
    movesMoney: movesMoney(roles[role]),
    memberCount: counts.get(role) ?? 0,
    version: 0,
  }));
  return [...builtIn, ...own.map(toRoleView)];
}

export function toRoleView({ id, ...role }: CustomRole): RoleView {
  return { ...role, role: id, isBuiltIn: false, movesMoney: movesMoney(role.permissions) };
}
