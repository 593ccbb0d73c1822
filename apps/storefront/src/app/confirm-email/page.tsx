import type { Metadata } from 'next';
import { Notice } from '@/components/notice.tsx';
import { ConfirmEmailForm } from '@/features/sign-in/confirm-email-form.tsx';
import { Door, doorCard } from '@/features/sign-in/door.tsx';
import { kindOfLink } from '@/features/sign-in/link-kind.ts';

// The address holds a secret: it goes to no other site.
export const metadata: Metadata = {
  title: 'Confirm your e-mail address',
  robots: { index: false },
  referrer: 'no-referrer',
};

const texts = {
  account: { title: 'Confirm your e-mail address', lead: 'One press, and your account is ready.' },
  'old address': {
    title: 'Change your e-mail address?',
    lead: 'If you agree, we write to the new address next. Nothing changes before it is confirmed there, too.',
  },
  'new address': {
    title: 'Confirm your new address',
    lead: 'The last step: this address takes the place of the old one.',
  },
} as const;

export default async function ConfirmEmailPage({
  searchParams,
}: {
  searchParams: Promise<{ token?: string }>;
}) {
  const { token } = await searchParams;
  const kind = kindOfLink(token);
  return (
    <Door {...texts[kind]}>
      <div className={doorCard}>
        {typeof token === 'string' ? (
          <ConfirmEmailForm token={token} isFirstOfTwo={kind === 'old address'} />
        ) : (
          <Notice tone="warn">
            <p>This link is not complete. Open it from the letter again.</p>
          </Notice>
        )}
      </div>
    </Door>
  );
}
