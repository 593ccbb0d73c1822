'use client';

import { KeyRound } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '@/components/button.tsx';
import { Refusal } from '@/components/refusal.tsx';
import { usePasskeysWork } from '@/components/use-passkeys-work.ts';
import { offerPasskeys, signInWithPasskey, type PasskeyOutcome } from '@/lib/passkeys.ts';

/** Signing in with a finger, a face or a PIN: by the button, or offered by the browser in the e-mail field. */
export function PasskeySignIn({ next }: { next: string }) {
  const canUse = usePasskeysWork();
  const [message, setMessage] = useState<string | null>(null);
  const [pending, setPending] = useState(false);

  useEffect(() => {
    let isGone = false;
    const settle = (outcome: PasskeyOutcome) => {
      if (isGone) return;
      if (outcome.ok) globalThis.location.assign(next);
      else setMessage(outcome.message);
    };
    void offerPasskeys().then(settle);
    return () => {
      isGone = true;
    };
  }, [next]);

  async function start(): Promise<void> {
    setPending(true);
    setMessage(null);
    const outcome = await signInWithPasskey();
    if (outcome.ok) globalThis.location.assign(next);
    else {
      setMessage(outcome.message);
      setPending(false);
    }
  }

  if (canUse !== true) return null;
  return (
    <div className="space-y-3">
      <Button
        type="button"
        look="secondary"
        className="w-full"
        pending={pending}
        pendingLabel="Waiting for your device…"
        onClick={() => void start()}
      >
        <KeyRound aria-hidden="true" className="size-4" />
        Sign in with a passkey
      </Button>
      <Refusal message={message} />
    </div>
  );
}
