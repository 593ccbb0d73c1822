'use client';

import { MailCheck } from 'lucide-react';
import { Button } from '@/components/button.tsx';
import { TextField } from '@/components/field.tsx';
import { Refusal } from '@/components/refusal.tsx';
import { useFormAction } from '@/components/use-form-action.ts';
import { forgotPassword } from './actions.ts';
import { emptyDoor } from './form-state.ts';

export function ForgottenForm() {
  const { state, pending, formProps } = useFormAction(forgotPassword, emptyDoor);
  if (state.done) {
    return (
      <div role="status" className="space-y-3">
        <MailCheck aria-hidden="true" className="text-good size-8" />
        <h2 className="text-heading font-medium">Check your e-mail</h2>
        <p>
          If there is an account for <strong className="font-medium break-words">{state.email}</strong>, a
          letter with a link is on its way. The link works once, for an hour.
        </p>
        <p className="text-muted text-sm">
          Nothing there? Look among the unwanted mail before you ask again.
        </p>
      </div>
    );
  }
  return (
    <form {...formProps} className="space-y-5">
      <Refusal message={pending ? null : state.message} />
      <TextField
        label="Email"
        name="email"
        type="email"
        autoComplete="username"
        required
        maxLength={254}
        defaultValue={state.email}
      />
      <Button pending={pending} pendingLabel="Sending…" className="w-full">
        Send me a link
      </Button>
    </form>
  );
}
