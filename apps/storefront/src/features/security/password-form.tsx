'use client';

import { useState } from 'react';
import { Button } from '@/components/button.tsx';
import { Notice } from '@/components/notice.tsx';
import { PasswordField } from '@/components/password-field.tsx';
import { Refusal } from '@/components/refusal.tsx';
import { useFormAction } from '@/components/use-form-action.ts';
import { changePassword } from './actions.ts';
import { untouched } from './form-state.ts';

export function PasswordForm({ email }: { email: string }) {
  const [isOpen, setOpen] = useState(false);
  const { state, pending, formProps } = useFormAction(changePassword, untouched, () => setOpen(true));
  if (state.done && !pending) {
    return (
      <Notice tone="good" role="status">
        <p>Your password is changed, and everybody else is signed out.</p>
      </Notice>
    );
  }
  if (!isOpen) {
    return (
      <Button type="button" look="secondary" onClick={() => setOpen(true)}>
        Change the password
      </Button>
    );
  }
  return (
    <form {...formProps} className="max-w-md space-y-5">
      <Refusal message={pending ? null : state.message} />
      {/* Tells password managers whose password this is. */}
      <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordField label="Current password" name="current" autoComplete="current-password" />
      <PasswordField
        label="New password"
        name="password"
        autoComplete="new-password"
        hint="At least 10 characters. Saving it signs you out everywhere else."
      />
      <Button pending={pending} pendingLabel="Saving…">
        Save the new password
      </Button>
    </form>
  );
}
