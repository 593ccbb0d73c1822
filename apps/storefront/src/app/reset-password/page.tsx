import type { Metadata } from 'next';
import { ButtonLink } from '@/components/button.tsx';
import { Notice } from '@/components/notice.tsx';
import { Door, doorCard } from '@/features/sign-in/door.tsx';
import { ResetForm } from '@/features/sign-in/reset-form.tsx';

// The address holds a secret: it goes to no other site.
export const metadata: Metadata = {
  title: 'Choose a new password',
  robots: { index: false },
  referrer: 'no-referrer',
};

export default async function ResetPasswordPage({
  searchParams,
}: {
  searchParams: Promise<{ token?: string }>;
}) {
  const { token } = await searchParams;
  return (
    <Door title="Choose a new password" lead="Saving it signs you out everywhere else.">
      <div className={doorCard}>
        {typeof token === 'string' ? (
          <ResetForm token={token} />
        ) : (
          <>
            <Notice tone="warn">
              <p>This link is not complete. Open it from the letter again, or ask for a new one.</p>
            </Notice>
            <ButtonLink href="/forgotten-password">Ask for a new link</ButtonLink>
          </>
        )}
      </div>
    </Door>
  );
}
