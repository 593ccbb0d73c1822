'use client';

import { CircleCheck } from 'lucide-react';
import { Button, ButtonLink } from '@/components/button.tsx';
import { Refusal } from '@/components/refusal.tsx';
import { useFormAction } from '@/components/use-form-action.ts';
import { confirmEmail } from './actions.ts';
import { emptyDoor } from './form-state.ts';

/** A press of the button confirms, not the opening of the page: mail programs open links by themselves. */
export function ConfirmEmailForm({ token, isFirstOfTwo }: { token: string; isFirstOfTwo: boolean }) {
  const { state, pending, formProps } = useFormAction(confirmEmail, emptyDoor);
  if (state.done) {
    return (
      <div role="status" className="space-y-4">
        <CircleCheck aria-hidden="true" className="text-good size-8" />
        <p>
          {isFirstOfTwo
            ? 'Thank you. The last step is in the mailbox of the new address.'
            : 'Thank you, the address is confirmed.'}
        </p>
        {!isFirstOfTwo && <ButtonLink href="/sign-in">Go on to your account</ButtonLink>}
      </div>
    );
  }
  return (
    <form {...formProps} className="space-y-5">
      <Refusal message={pending ? null : state.message} />
      <input type="hidden" name="token" value={token} />
      <Button pending={pending} pendingLabel="Confirming…" className="w-full">
        {isFirstOfTwo ? 'Yes, change my address' : 'Confirm my address'}
      </Button>
    </form>
  );
}
