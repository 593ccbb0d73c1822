'use client';

import { Button } from '@/components/button.tsx';
import { PasswordField } from '@/components/password-field.tsx';
import { Refusal } from '@/components/refusal.tsx';
import { useFormAction } from '@/components/use-form-action.ts';
import { resetPassword } from './actions.ts';
import { emptyDoor } from './form-state.ts';

export function ResetForm({ token }: { token: string }) {
  const { state, pending, formProps } = useFormAction(resetPassword, emptyDoor);
  return (
    <form {...formProps} className="space-y-5">
      <Refusal message={pending ? null : state.message} />
      <input type="hidden" name="token" value={token} />
      <PasswordField
        label="New password"
        name="password"
        autoComplete="new-password"
        hint="At least 10 characters. A few unrelated words do well."
      />
      <Button pending={pending} pendingLabel="Saving…" className="w-full">
        Save the new password
      </Button>
    </form>
  );
}
