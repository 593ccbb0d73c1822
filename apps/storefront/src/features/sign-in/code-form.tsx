'use client';

import { useState } from 'react';
import { Button } from '@/components/button.tsx';
import { TextField } from '@/components/field.tsx';
import { Refusal } from '@/components/refusal.tsx';
import { useFormAction } from '@/components/use-form-action.ts';
import { signInWithCode } from './actions.ts';
import { emptyDoor } from './form-state.ts';

/** The second step: a code of the app, or one of the recovery codes. */
export function CodeForm({ next }: { next: string }) {
  const [isRecovery, setRecovery] = useState(false);
  const { state, pending, formProps } = useFormAction(signInWithCode, emptyDoor);
  return (
    <form {...formProps} className="space-y-5">
      <Refusal message={pending ? null : state.message} />
      <input type="hidden" name="next" value={next} />
      <input type="hidden" name="kind" value={isRecovery ? 'recovery' : 'app'} />
      <TextField
        key={isRecovery ? 'recovery' : 'app'}
        label={isRecovery ? 'Recovery code' : 'Code of your app'}
        name="code"
        autoComplete={isRecovery ? 'off' : 'one-time-code'}
        inputMode={isRecovery ? 'text' : 'numeric'}
        required
        maxLength={20}
        spellCheck={false}
        hint={isRecovery ? 'Each of them works once.' : 'Six digits that change every half minute.'}
      />
      <Button pending={pending} pendingLabel="Checking…" className="w-full">
        Sign in
      </Button>
      <Button type="button" look="quiet" className="w-full" onClick={() => setRecovery(!isRecovery)}>
        {isRecovery ? 'Use a code of the app' : 'Use a recovery code'}
      </Button>
    </form>
  );
}
