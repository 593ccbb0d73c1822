import type { Metadata } from 'next';
import { FailureState } from '@/components/failure-state.tsx';
import { AccountFrame } from '@/features/account/account-frame.tsx';
import { listWishes, ownOrSignIn } from '@/features/account/own-queries.ts';
import { WishlistView } from '@/features/account/wishlist-view.tsx';
import { createIdempotencyKey } from '@/lib/idempotency.ts';

export const metadata: Metadata = { title: 'Your wishlist', robots: { index: false } };

export default async function WishlistPage() {
  const wishlist = await ownOrSignIn('/account/wishlist', listWishes);
  if (!wishlist.ok) return <FailureState failure={wishlist.failure} />;
  return (
    <AccountFrame current="/account/wishlist" title="Wishlist">
      <WishlistView wishlist={wishlist.value} keys={wishlist.value.items.map(createIdempotencyKey)} />
    </AccountFrame>
  );
}
