'use client';

import { useState } from 'react';
import { Button } from '@/components/button.tsx';
import { Notice } from '@/components/notice.tsx';
import { PasswordField } from '@/components/password-field.tsx';
import { Refusal } from '@/components/refusal.tsx';
import { useFormAction } from '@/components/use-form-action.ts';
import { renewRecoveryCodes, setUpTwoFactor, turnTwoFactorOff } from './actions.ts';
import { noTwoFactor, untouched } from './form-state.ts';
import { RecoveryCodes } from './recovery-codes.tsx';
import { TwoFactorSetUp } from './two-factor-set-up.tsx';

export function TwoFactorSection({ isOn }: { isOn: boolean }) {
  return isOn ? <TurnedOn /> : <TurnedOff />;
}

function TurnedOff() {
  const [isOpen, setOpen] = useState(false);
  const { state, pending, formProps } = useFormAction(setUpTwoFactor, noTwoFactor);
  if (state.setUp !== null) return <TwoFactorSetUp {...state.setUp} />;
  if (!isOpen) {
    return (
      <Button type="button" look="secondary" onClick={() => setOpen(true)}>
        Set it up
      </Button>
    );
  }
  return (
    <form {...formProps} className="max-w-md space-y-5">
      <Refusal message={pending ? null : state.message} />
      <PasswordField label="Your password" name="password" autoComplete="current-password" />
      <Button pending={pending} pendingLabel="One moment…">
        Go on
      </Button>
    </form>
  );
}

function TurnedOn() {
  const [wish, setWish] = useState<'codes' | 'off' | null>(null);
  return (
    <>
      <Notice tone="good">
        <p>Two-step sign-in is on. Your password alone does not open your account.</p>
      </Notice>
      {wish === null && (
        <div className="flex flex-wrap gap-3">
          <Button type="button" look="secondary" onClick={() => setWish('codes')}>
            New recovery codes
          </Button>
          <Button type="button" look="quiet" onClick={() => setWish('off')}>
            Turn it off
          </Button>
        </div>
      )}
      {wish === 'codes' && <NewCodes />}
      {wish === 'off' && <TurnOff />}
    </>
  );
}

function NewCodes() {
  const { state, pending, formProps } = useFormAction(renewRecoveryCodes, noTwoFactor);
  if (state.setUp !== null) return <RecoveryCodes codes={state.setUp.recoveryCodes} />;
  return (
    <form {...formProps} className="max-w-md space-y-5">
      <Refusal message={pending ? null : state.message} />
      <PasswordField
        label="Your password"
        name="password"
        autoComplete="current-password"
        hint="The codes you have now stop working."
      />
      <Button look="secondary" pending={pending} pendingLabel="One moment…">
        Make new codes
      </Button>
    </form>
  );
}

function TurnOff() {
  const { state, pending, formProps } = useFormAction(turnTwoFactorOff, untouched);
  return (
    <form {...formProps} className="max-w-md space-y-5">
      <Refusal message={pending ? null : state.message} />
      <PasswordField label="Your password" name="password" autoComplete="current-password" />
      <Button look="secondary" pending={pending} pendingLabel="One moment…">
        Turn two-step sign-in off
      </Button>
    </form>
  );
}
