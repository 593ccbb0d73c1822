import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { ButtonLink } from '@/components/button.tsx';
import { Notice } from '@/components/notice.tsx';
import { Door, doorCard } from '@/features/sign-in/door.tsx';
import { PasskeySignIn } from '@/features/sign-in/passkey-sign-in.tsx';
import { ProviderButtons } from '@/features/sign-in/provider-buttons.tsx';
import { isSignedIn, listSignInProviders } from '@/features/sign-in/queries.ts';
import { SignInForm } from '@/features/sign-in/sign-in-form.tsx';
import { providerMessageOf } from '@/lib/auth-messages.ts';
import { toOwnPath } from '@/lib/own-path.ts';

export const metadata: Metadata = { title: 'Sign in', robots: { index: false } };

interface Query {
  next?: string;
  error?: string;
  notice?: string;
  /** Asks for the password of somebody who is signed in, as for grave changes. */
  again?: string;
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const next = toOwnPath(query.next);
  const [signedIn, providers] = await Promise.all([isSignedIn(), listSignInProviders()]);
  if (signedIn && query.again === undefined) redirect(next);
  const refusal = providerMessageOf(query.error);
  return (
    <Door title="Sign in" lead="See your orders in one place. You never need an account to buy.">
      {query.notice === 'password-changed' && (
        <Notice tone="good" role="status">
          <p>Your new password is saved. Sign in with it.</p>
        </Notice>
      )}
      {refusal !== null && (
        <Notice tone="bad" role="alert">
          <p>{refusal}</p>
        </Notice>
      )}
      <div className={doorCard}>
        <SignInForm next={next} email="" />
        <div className="border-line space-y-3 border-t pt-5">
          <PasskeySignIn next={next} />
          <ProviderButtons providers={providers} next={next} />
          <ButtonLink href="/sign-up" look="quiet" className="w-full">
            New here? Create an account
          </ButtonLink>
        </div>
      </div>
    </Door>
  );
}
