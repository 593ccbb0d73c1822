'use client';

import Link from 'next/link';
import { Button } from '@/components/button.tsx';
import { TextField } from '@/components/field.tsx';
import { PasswordField } from '@/components/password-field.tsx';
import { Refusal } from '@/components/refusal.tsx';
import { useFormAction } from '@/components/use-form-action.ts';
import { signIn } from './actions.ts';
import { SendAgain } from './check-mail.tsx';
import { doorLink } from './door.tsx';
import { emptyDoor } from './form-state.ts';

export function SignInForm({ next, email }: { next: string; email: string }) {
  const { state, pending, formProps } = useFormAction(signIn, { ...emptyDoor, email });
  return (
    <>
      <form {...formProps} className="space-y-5">
        <Refusal message={pending ? null : state.message} />
        <input type="hidden" name="next" value={next} />
        <TextField
          label="Email"
          name="email"
          type="email"
          autoComplete="username webauthn"
          required
          maxLength={254}
          defaultValue={state.email}
        />
        <PasswordField label="Password" name="password" autoComplete="current-password" />
        <Button pending={pending} pendingLabel="Signing in…" className="w-full">
          Sign in
        </Button>
        <p className="text-center text-sm">
          <Link href="/forgotten-password" className={doorLink}>
            Forgotten your password?
          </Link>
        </p>
      </form>
      {state.isUnconfirmed && !pending && <SendAgain email={state.email} />}
    </>
  );
}
