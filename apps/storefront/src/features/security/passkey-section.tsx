'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button, ButtonLink } from '@/components/button.tsx';
import { TextField } from '@/components/field.tsx';
import { Refusal } from '@/components/refusal.tsx';
import { usePasskeysWork } from '@/components/use-passkeys-work.ts';
import { formatDate } from '@/lib/format.ts';
import { addPasskey, type PasskeyOutcome } from '@/lib/passkeys.ts';
import { removePasskey, renamePasskey } from './actions.ts';
import type { OwnPasskey } from './queries.ts';

export function PasskeySection({ passkeys }: { passkeys: readonly OwnPasskey[] }) {
  return (
    <>
      {passkeys.length > 0 && (
        <ul className="border-line divide-line divide-y border-y">
          {passkeys.map((passkey) => (
            <PasskeyRow key={passkey.id} passkey={passkey} />
          ))}
        </ul>
      )}
      <AddPasskey />
    </>
  );
}

function PasskeyRow({ passkey: { id, name, createdAt } }: { passkey: OwnPasskey }) {
  const [isEditing, setEditing] = useState(false);
  if (isEditing) {
    return (
      <li className="py-4">
        <form
          action={async (data) => {
            await renamePasskey(data);
            setEditing(false);
          }}
          className="flex flex-wrap items-end gap-3"
        >
          <input type="hidden" name="id" value={id} />
          <TextField label="Name of the passkey" name="name" defaultValue={name} required maxLength={60} />
          <Button look="secondary">Save</Button>
        </form>
      </li>
    );
  }
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-4">
      <div className="min-w-0 flex-1 basis-48">
        <p className="font-medium break-words">{name}</p>
        {createdAt !== null && <p className="text-muted text-sm">Added {formatDate(createdAt)}</p>}
      </div>
      <div className="-mx-2 flex">
        <Button type="button" look="quiet" aria-label={`Rename ${name}`} onClick={() => setEditing(true)}>
          Rename
        </Button>
        <form action={removePasskey}>
          <input type="hidden" name="id" value={id} />
          <Button look="quiet" aria-label={`Remove ${name}`}>
            Remove
          </Button>
        </form>
      </div>
    </li>
  );
}

type Refused = Exclude<PasskeyOutcome, { ok: true }>;

function AddPasskey() {
  const router = useRouter();
  const canAdd = usePasskeysWork();
  const [refusal, setRefusal] = useState<Refused | null>(null);
  const [pending, setPending] = useState(false);

  async function add(): Promise<void> {
    setPending(true);
    setRefusal(null);
    const outcome = await addPasskey(`Passkey of ${formatDate(new Date().toISOString())}`);
    if (outcome.ok) router.refresh();
    else setRefusal(outcome);
    setPending(false);
  }

  if (canAdd === null) return null;
  if (!canAdd) return <p className="text-muted text-sm">This browser has no passkeys.</p>;
  return (
    <div className="space-y-3">
      <Refusal message={refusal?.message ?? null} />
      {refusal?.mustSignInAgain === true && (
        <ButtonLink href="/sign-in?again=1&next=/account/security">Sign in once more</ButtonLink>
      )}
      <Button
        type="button"
        look="secondary"
        pending={pending}
        pendingLabel="Waiting for your device…"
        onClick={() => void add()}
      >
        Add a passkey
      </Button>
    </div>
  );
}
