'use client';

import { Heart } from 'lucide-react';
import { buttonStyle } from '@/components/button.tsx';
import { PendingLink } from '@/components/pending-link.tsx';
import { useFormAction } from '@/components/use-form-action.ts';
import { toggleWish } from './wish-actions.ts';

export interface WishButtonProps {
  variantId: string;
  /** The page to come back to. */
  href: string;
  /** Null for a guest, who is asked to sign in. */
  isWished: boolean | null;
}

/** The heart of a product. */
export function WishButton({ variantId, href, isWished }: WishButtonProps) {
  if (isWished === null) {
    return (
      <PendingLink
        href={`/sign-in?next=${encodeURIComponent(href)}`}
        className={buttonStyle('quiet', '-ml-4')}
      >
        <Heart aria-hidden="true" className="size-4" /> Sign in to keep it on your wishlist
      </PendingLink>
    );
  }
  return <Toggle variantId={variantId} isWished={isWished} />;
}

function Toggle({ variantId, isWished }: { variantId: string; isWished: boolean }) {
  const { state, pending, formProps } = useFormAction(toggleWish, { isWished, message: null, key: '' });
  // While the answer is on the way the heart shows what was asked for.
  const shown = pending ? !state.isWished : state.isWished;
  return (
    <form {...formProps}>
      <input type="hidden" name="variantId" value={variantId} />
      <input type="hidden" name="wish" value={state.isWished ? 'no' : 'yes'} />
      <button aria-pressed={shown} aria-busy={pending} className={buttonStyle('quiet', '-ml-4')}>
        <Heart aria-hidden="true" className={`size-4 ${shown ? 'text-accent fill-current' : ''}`} />
        {shown ? 'On your wishlist' : 'Keep on your wishlist'}
      </button>
      <p role="alert" className="text-bad text-sm empty:hidden">
        {pending ? null : state.message}
      </p>
    </form>
  );
}
