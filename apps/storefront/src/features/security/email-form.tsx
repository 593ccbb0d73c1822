'use client';

import { useState } from 'react';
import { Button } from '@/components/button.tsx';
import { TextField } from '@/components/field.tsx';
import { Notice } from '@/components/notice.tsx';
import { Refusal } from '@/components/refusal.tsx';
import { useFormAction } from '@/components/use-form-action.ts';
import { changeEmail } from './actions.ts';
import { untouched } from './form-state.ts';

export function EmailForm({ email }: { email: string }) {
  const [isOpen, setOpen] = useState(false);
  const { state, pending, formProps } = useFormAction(changeEmail, untouched);
  if (state.done && !pending) {
    return (
      <Notice tone="info" role="status">
        <p>We wrote to {email}. Open the link in that letter; after that we write to the new address.</p>
      </Notice>
    );
  }
  if (!isOpen) {
    return (
      <Button type="button" look="secondary" onClick={() => setOpen(true)}>
        Change the address
      </Button>
    );
  }
  return (
    <form {...formProps} className="max-w-md space-y-5">
      <Refusal message={pending ? null : state.message} />
      <input type="hidden" name="current" value={email} />
      <TextField
        label="New email"
        name="email"
        type="email"
        autoComplete="email"
        required
        maxLength={254}
        hint="The change is made when you have confirmed it in both mailboxes."
      />
      <Button pending={pending} pendingLabel="Sending…">
        Send the letters
      </Button>
    </form>
  );
}
