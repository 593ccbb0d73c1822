import type { Permission } from '@turing/domain';

/** What a file is about. */
export const transferKinds = ['products', 'prices', 'stock'] as const;

export type TransferKind = (typeof transferKinds)[number];

/** What a member of staff needs to import a kind. */
export const importPermissions = {
  products: 'products:write',
  prices: 'prices:write',
  stock: 'stock:write',
} as const satisfies Record<TransferKind, Permission>;

export const maxFileBytes = 64 * 1024 * 1024;

/** Problems kept with a run; the count goes on beyond. */
export const maxKeptProblems = 10_000;
