'use client';

import { MailCheck } from 'lucide-react';
import { Button } from '@/components/button.tsx';
import { Refusal } from '@/components/refusal.tsx';
import { useFormAction } from '@/components/use-form-action.ts';
import { sendConfirmation } from './actions.ts';
import { emptyDoor } from './form-state.ts';

/** After registering: the same words whether or not there was an account. */
export function CheckMail({ email }: { email: string }) {
  return (
    <div className="space-y-5">
      <div role="status" className="space-y-3">
        <MailCheck aria-hidden="true" className="text-good size-8" />
        <h2 className="text-heading font-medium">Check your e-mail</h2>
        <p>
          We wrote to <strong className="font-medium break-words">{email}</strong>. Open the link in that
          letter to confirm the address, then sign in.
        </p>
      </div>
      <SendAgain email={email} />
    </div>
  );
}

/** Another letter with the link that confirms an address. */
export function SendAgain({ email }: { email: string }) {
  const { state, pending, formProps } = useFormAction(sendConfirmation, { ...emptyDoor, email });
  return (
    <form {...formProps} className="space-y-3">
      <input type="hidden" name="email" value={email} />
      <Refusal message={pending ? null : state.message} />
      <p className="text-muted text-sm">
        Nothing there? Look among the unwanted mail, or ask for another letter.
      </p>
      <div className="flex flex-wrap items-center gap-4">
        <Button look="secondary" pending={pending} pendingLabel="Sending…">
          Send it again
        </Button>
        <p role="status" className="text-muted text-sm">
          {state.done && !pending ? 'On its way, if the address still needs it.' : ''}
        </p>
      </div>
    </form>
  );
}
