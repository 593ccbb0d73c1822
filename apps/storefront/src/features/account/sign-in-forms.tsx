'use client';

import { Button } from '@/components/button.tsx';
import { TextField } from '@/components/field.tsx';
import { Notice } from '@/components/notice.tsx';
import { useFormAction } from '@/components/use-form-action.ts';
import { emptyAccountForm } from './account-form-state.ts';
import { register, signIn } from './actions.ts';

const card = 'bg-surface border-line space-y-5 rounded-lg border p-6 sm:p-8';

export function SignInForm() {
  const { state, pending, formProps } = useFormAction(signIn, emptyAccountForm);
  return (
    <form {...formProps} aria-labelledby="sign-in" className={card}>
      <h2 id="sign-in" className="text-heading font-medium">
        Sign in
      </h2>
      <Refusal message={pending ? null : state.message} />
      <TextField
        label="Email"
        name="email"
        type="email"
        autoComplete="username"
        required
        defaultValue={state.email}
      />
      <TextField label="Password" name="password" type="password" autoComplete="current-password" required />
      <Button pending={pending} pendingLabel="Signing in…" className="w-full">
        Sign in
      </Button>
    </form>
  );
}

export function RegisterForm() {
  const { state, pending, formProps } = useFormAction(register, emptyAccountForm);
  return (
    <form {...formProps} aria-labelledby="register" className={card}>
      <h2 id="register" className="text-heading font-medium">
        New here?
      </h2>
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
        defaultValue={state.email}
      />
      <TextField
        label="Password"
        name="password"
        type="password"
        autoComplete="new-password"
        required
        minLength={10}
        hint="At least 10 characters. A few unrelated words do well."
      />
      <Button look="secondary" pending={pending} pendingLabel="Creating your account…" className="w-full">
        Create an account
      </Button>
    </form>
  );
}

function Refusal({ message }: { message: string | null }) {
  return (
    <div role="alert">
      {message !== null && (
        <Notice tone="bad">
          <p>{message}</p>
        </Notice>
      )}
    </div>
  );
}
