import type { Permission } from '@turing/domain';

interface PermissionLabel {
  readonly resource: string;
  readonly action: string;
}

/** What each permission lets somebody do, in words. */
export const permissionLabels: Readonly<Record<Permission, PermissionLabel>> = {
  'orders:read': { resource: 'Orders', action: 'See orders and their customers' },
  'orders:write': { resource: 'Orders', action: 'Edit orders, notes, tags and flags' },
  'orders:ship': { resource: 'Orders', action: 'Ship orders' },
  'orders:cancel': { resource: 'Orders', action: 'Cancel orders, which gives money back' },
  'orders:refund': { resource: 'Orders', action: 'Refund money' },
  'credit:read': { resource: 'Gift cards', action: 'See gift cards and store credit' },
  'credit:write': { resource: 'Gift cards', action: 'Issue and change gift cards and store credit' },
  'products:read': { resource: 'Catalogue', action: 'See products, prices and stock' },
  'products:write': { resource: 'Catalogue', action: 'Edit products, categories and collections' },
  'prices:write': { resource: 'Catalogue', action: 'Change prices and customer groups' },
  'promotions:write': { resource: 'Orders', action: 'Change promotions and their codes' },
  'stock:write': { resource: 'Catalogue', action: 'Count, move and keep stock' },
  'reviews:moderate': { resource: 'Catalogue', action: 'Approve and answer reviews' },
  'customers:read': { resource: 'Customers', action: 'See customers' },
  'customers:write': { resource: 'Customers', action: 'Edit customers, tags and notes' },
  'customers:erase': { resource: 'Customers', action: 'Send customers their data, delete accounts' },
  'settings:write': { resource: 'Shop', action: 'Change business details, documents and e-mails' },
  'audit:read': { resource: 'Access', action: 'Read and export the audit log' },
  'tokens:manage': { resource: 'Access', action: 'Make and revoke API tokens' },
  'staff:manage': { resource: 'Access', action: 'Invite staff and decide what they may do' },
};

/** Permissions as they are shown together, by resource. */
export function byResource(
  list: readonly Permission[],
): readonly (readonly [string, readonly Permission[]])[] {
  const groups = new Map<string, Permission[]>();
  for (const permission of list) {
    const { resource } = permissionLabels[permission];
    groups.set(resource, [...(groups.get(resource) ?? []), permission]);
  }
  return [...groups];
}
