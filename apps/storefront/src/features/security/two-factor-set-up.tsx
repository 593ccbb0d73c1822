'use client';

import { Button } from '@/components/button.tsx';
import { TextField } from '@/components/field.tsx';
import { Refusal } from '@/components/refusal.tsx';
import { useFormAction } from '@/components/use-form-action.ts';
import { confirmTwoFactor } from './actions.ts';
import { untouched, type TwoFactorState } from './form-state.ts';
import { RecoveryCodes } from './recovery-codes.tsx';

/** Scan, keep the codes, type one code: only then it is on. */
export function TwoFactorSetUp({ picture, secret, recoveryCodes }: NonNullable<TwoFactorState['setUp']>) {
  const { state, pending, formProps } = useFormAction(confirmTwoFactor, untouched);
  return (
    <ol className="list-decimal space-y-6 pl-5">
      <li className="space-y-3">
        <p className="text-sm">Scan this with your authenticator app.</p>
        {/* oxlint-disable-next-line nextjs/no-img-element -- made on the spot, there is nothing to optimise */}
        <img
          src={picture}
          alt="Code to scan with an authenticator app"
          width={200}
          height={200}
          className="rounded-md bg-white"
        />
        <p className="text-muted text-sm">
          You cannot scan it? Type this into the app:{' '}
          <span className="text-ink font-mono break-all">{secret}</span>
        </p>
      </li>
      <li>
        <RecoveryCodes codes={recoveryCodes} />
      </li>
      <li>
        <form {...formProps} className="max-w-md space-y-5">
          <Refusal message={pending ? null : state.message} />
          <TextField
            label="Code of your app"
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            required
            maxLength={8}
            hint="Six digits that change every half minute."
          />
          <Button pending={pending} pendingLabel="Checking…">
            Turn it on
          </Button>
        </form>
      </li>
    </ol>
  );
}
