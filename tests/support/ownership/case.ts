import type { Shop, Visitor } from '../shop.ts';
import type { World } from './world.ts';

/** One thing of the victim's, and how others reach for it. */
export interface Reach {
  /** Who may: the same call by them works. */
  readonly owner: Visitor;
  /** Names the victim's row as it is. */
  readonly input: unknown;
  /** What others try; by default the owner's own input. Who does not hold a secret link has to guess. */
  readonly attempts?: readonly unknown[];
  /** Of the victim's; in no answer to anybody else. */
  readonly secrets: readonly string[];
  /** True where others get an answer, about themselves. */
  readonly isAnswered?: boolean;
}

/** Who may call a procedure with whose ids. */
export type OwnershipCase =
  | { readonly kind: 'public'; readonly reason: string }
  | { readonly kind: 'owned'; readonly reach: (shop: Shop, world: World) => Promise<Reach> | Reach };

export type OwnershipCases = Readonly<Record<string, OwnershipCase>>;

export function anyoneMay(reason: string): OwnershipCase {
  return { kind: 'public', reason };
}

export function ownedBy(reach: (shop: Shop, world: World) => Promise<Reach> | Reach): OwnershipCase {
  return { kind: 'owned', reach };
}
