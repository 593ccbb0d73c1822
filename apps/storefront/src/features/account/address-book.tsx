'use client';

import { addressLabel } from '@turing/domain';
import { MapPin, Plus } from 'lucide-react';
import { Badge } from '@/components/badge.tsx';
import { Button, ButtonLink } from '@/components/button.tsx';
import { EmptyState } from '@/components/empty-state.tsx';
import { Notice } from '@/components/notice.tsx';
import { useFormAction } from '@/components/use-form-action.ts';
import { removeAddress } from './own-actions.ts';
import { initialForm } from './own-form-state.ts';
import type { Address } from './own-queries.ts';

export function NewAddressLink() {
  return (
    <ButtonLink href="/account/addresses/new">
      <Plus aria-hidden="true" className="size-4" /> Add an address
    </ButtonLink>
  );
}

export function AddressBook({ addresses }: { addresses: readonly Address[] }) {
  if (addresses.length === 0) {
    return (
      <EmptyState icon={MapPin} title="No addresses yet" actions={<NewAddressLink />}>
        <p>Keep where parcels go, and the next checkout is filled in for you.</p>
      </EmptyState>
    );
  }
  return (
    <ul className="grid gap-4 sm:grid-cols-2">
      {addresses.map((address) => (
        <li key={address.id}>
          <AddressCard address={address} />
        </li>
      ))}
    </ul>
  );
}

function AddressCard({ address }: { address: Address }) {
  const { state, pending, formProps } = useFormAction(removeAddress, initialForm(''));
  const [name, ...lines] = addressLabel(address);
  const what = `${address.line1}, ${address.city}`;
  return (
    <article
      aria-label={what}
      aria-busy={pending}
      className="bg-surface border-line flex h-full flex-col gap-4 rounded-lg border p-5"
    >
      {(address.isDefaultShipping || address.isDefaultBilling) && (
        <p className="flex flex-wrap gap-2">
          {address.isDefaultShipping && <Badge>Usual delivery</Badge>}
          {address.isDefaultBilling && <Badge>Usual billing</Badge>}
        </p>
      )}
      <address className="grow not-italic">
        <span className="block font-medium">{name}</span>
        {lines.map((line) => (
          <span key={line} className="text-muted block">
            {line}
          </span>
        ))}
        {address.phone !== null && <span className="text-muted block">{address.phone}</span>}
      </address>
      <form {...formProps} className="-mb-2 -ml-4 flex flex-wrap gap-1">
        <input type="hidden" name="id" value={address.id} />
        <ButtonLink href={`/account/addresses/${address.id}`} look="quiet">
          Edit<span className="sr-only"> {what}</span>
        </ButtonLink>
        <Button look="quiet" pending={pending} pendingLabel="Removing…">
          Remove<span className="sr-only"> {what}</span>
        </Button>
      </form>
      {state.outcome === 'failed' && !pending && (
        <Notice tone="bad" role="alert">
          <p>{state.message}</p>
        </Notice>
      )}
    </article>
  );
}
