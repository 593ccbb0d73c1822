/** What a member of staff may be allowed to do. Procedures name the one they need. */
export const permissions = [
  'orders:read',
  'orders:ship',
  'orders:cancel',
  'orders:refund',
  'products:read',
  'products:write',
  'prices:write',
  'stock:write',
  'reviews:moderate',
  'customers:read',
  'staff:manage',
] as const;

/** Something a member of staff may be allowed to do. */
export type Permission = (typeof permissions)[number];

/** The roles of staff and what each may do. */
export const roles = {
  owner: permissions,
  manager: [
    'orders:read',
    'orders:ship',
    'orders:cancel',
    'orders:refund',
    'products:read',
    'products:write',
    'prices:write',
    'stock:write',
    'reviews:moderate',
    'customers:read',
  ],
  fulfilment: ['orders:read', 'orders:ship', 'products:read', 'stock:write'],
  support: [
    'orders:read',
    'orders:cancel',
    'orders:refund',
    'products:read',
    'reviews:moderate',
    'customers:read',
  ],
  analyst: ['orders:read', 'products:read', 'customers:read'],
} as const satisfies Record<string, readonly Permission[]>;

/** A role of staff. */
export type Role = keyof typeof roles;

/** Whether a role may do something. A name that is not a role may do nothing. */
export function roleAllows(role: string, permission: Permission): boolean {
  return isRole(role) && (roles[role] as readonly Permission[]).includes(permission);
}

function isRole(role: string): role is Role {
  return Object.hasOwn(roles, role);
}
