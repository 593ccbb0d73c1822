/** What a member of staff may be allowed to do, as resource and action. Procedures name the one they need. */
export const permissions = [
  'orders:read',
  'orders:write',
  'orders:ship',
  'orders:cancel',
  'orders:refund',
  'credit:read',
  'credit:write',
  'products:read',
  'products:write',
  'prices:write',
  'promotions:write',
  'stock:write',
  'reviews:moderate',
  'customers:read',
  'customers:write',
  'customers:erase',
  'settings:write',
  'audit:read',
  'tokens:manage',
  'staff:manage',
] as const;

/** Something a member of staff may be allowed to do. */
export type Permission = (typeof permissions)[number];

/** The roles every shop has and what each may do. Shops add roles of their own beside them. */
export const roles = {
  owner: permissions,
  manager: [
    'orders:read',
    'orders:write',
    'orders:ship',
    'orders:cancel',
    'orders:refund',
    'credit:read',
    'credit:write',
    'products:read',
    'products:write',
    'prices:write',
    'promotions:write',
    'stock:write',
    'reviews:moderate',
    'customers:read',
    'customers:write',
    'customers:erase',
    'settings:write',
    'audit:read',
  ],
  fulfilment: ['orders:read', 'orders:ship', 'products:read', 'stock:write'],
  support: [
    'orders:read',
    'orders:write',
    'orders:cancel',
    'orders:refund',
    'credit:read',
    'credit:write',
    'products:read',
    'reviews:moderate',
    'customers:read',
    'customers:write',
  ],
  analyst: ['orders:read', 'products:read', 'customers:read'],
} as const satisfies Record<string, readonly Permission[]>;

/** A role every shop has. */
export type Role = keyof typeof roles;

/**
 * Permissions with which money leaves the shop, or with which somebody could give themselves such a permission. Whoever
 * holds one signs in with a second factor.
 */
export const moneyPermissions = [
  'orders:cancel',
  'orders:refund',
  'credit:write',
  'tokens:manage',
  'staff:manage',
] as const satisfies readonly Permission[];

/** Whether any of the permissions moves money, so that its holder needs a second factor. */
export function movesMoney(held: readonly Permission[]): boolean {
  return held.some((permission) => (moneyPermissions as readonly Permission[]).includes(permission));
}

/** Whether an API token may ever hold a permission: none makes people or further tokens. */
export function isForTokens(permission: Permission): boolean {
  return permission !== 'staff:manage' && permission !== 'tokens:manage';
}

/** What a role that every shop has may do. A name that is none of them may do nothing. */
export function permissionsOf(role: string): readonly Permission[] {
  return isRole(role) ? roles[role] : [];
}

/** Whether a role may do something. A name that is not a role may do nothing. */
export function roleAllows(role: string, permission: Permission): boolean {
  return permissionsOf(role).includes(permission);
}

/** Whether a text names a permission: what is stored may be older than the list. */
export function isPermission(text: string): text is Permission {
  return (permissions as readonly string[]).includes(text);
}

/** Whether a text names a role that every shop has. */
export function isRole(role: string): role is Role {
  return Object.hasOwn(roles, role);
}
