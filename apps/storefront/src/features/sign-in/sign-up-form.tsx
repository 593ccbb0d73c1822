'use client';

import { Button } from '@/components/button.tsx';
import { TextField } from '@/components/field.tsx';
import { PasswordField } from '@/components/password-field.tsx';
import { Refusal } from '@/components/refusal.tsx';
import { useFormAction } from '@/components/use-form-action.ts';
import { signUp } from './actions.ts';
import { CheckMail } from './check-mail.tsx';
import { emptyDoor } from './form-state.ts';

export function SignUpForm() {
  const { state, pending, formProps } = useFormAction(signUp, emptyDoor);
  if (state.done) return <CheckMail email={state.email} />;
  return (
    <form {...formProps} className="space-y-5">
      <Refusal message={pending ? null : state.message} />
      <TextField
        label="Full name"
        name="name"
        autoComplete="name"
        required
        maxLength={120}
        defaultValue={state.name}
      />
      <TextField
        label="Email"
        name="email"
        type="email"
        autoComplete="username"
        required
        maxLength={254}
        defaultValue={state.email}
      />
      <PasswordField
        label="Password"
        name="password"
        autoComplete="new-password"
        hint="At least 10 characters. A few unrelated words do well."
      />
      <Button pending={pending} pendingLabel="Creating your account…" className="w-full">
        Create an account
      </Button>
    </form>
  );
}
