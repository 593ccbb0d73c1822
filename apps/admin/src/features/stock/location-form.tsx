'use client';

import { Button, Stack, Switch, TextInput } from '@mantine/core';
import { isNotEmpty, matches, useForm } from '@mantine/form';
import { modals } from '@mantine/modals';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ModalActions } from '../../components/modal-actions.tsx';
import { Problem } from '../../components/problem.tsx';
import { useTRPC } from '../../lib/api.ts';
import { createIdempotencyKey } from '../../lib/idempotency-key.ts';
import type { StockLocation } from './stock.ts';
import { useStockWrite } from './use-stock-write.ts';

const modalId = 'stock-location';

interface LocationValues {
  code: string;
  name: string;
  active: boolean;
}

/** Without a location, a new one is made. */
export function openLocation(location: StockLocation | null): void {
  const title = location === null ? 'Add location' : 'Edit location';
  modals.open({ modalId, title, children: <LocationForm location={location} /> });
}

function LocationForm({ location }: { location: StockLocation | null }) {
  const { submit, pending, problem } = useSaveLocation(location);
  const form = useForm<LocationValues>({
    initialValues: {
      code: location?.code ?? '',
      name: location?.name ?? '',
      active: location?.active ?? true,
    },
    validate: {
      name: isNotEmpty('Give it a name'),
      code: matches(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, 'Small letters, digits and hyphens'),
    },
  });
  return (
    <form onSubmit={form.onSubmit(submit)} noValidate>
      <Stack>
        <Problem sentence={problem} />
        <TextInput
          label="Name"
          placeholder="Portland warehouse"
          maxLength={120}
          data-autofocus
          {...form.getInputProps('name')}
        />
        <TextInput
          label="Code"
          description="Names it in files. It does not change later."
          placeholder="portland"
          maxLength={40}
          disabled={location !== null}
          {...form.getInputProps('code')}
        />
        {location !== null && (
          <Switch
            label="Sells"
            description="Nothing is sold from a location that does not. It keeps its stock."
            {...form.getInputProps('active', { type: 'checkbox' })}
          />
        )}
        <ModalActions>
          <Button variant="default" onClick={() => modals.close(modalId)}>
            Not now
          </Button>
          <Button type="submit" loading={pending}>
            {location === null ? 'Add location' : 'Save'}
          </Button>
        </ModalActions>
      </Stack>
    </form>
  );
}

function useSaveLocation(location: StockLocation | null) {
  const trpc = useTRPC();
  const { done, failed } = useStockWrite();
  const [idempotencyKey] = useState(createIdempotencyKey);
  const [problem, setProblem] = useState<string | null>(null);
  const after = {
    onSuccess: () => {
      modals.close(modalId);
      done('Location saved', 'You can count stock into it.');
    },
    onError: (error: unknown) => setProblem(failed(error)),
  };
  const create = useMutation(trpc.products.staff.stock.locations.create.mutationOptions(after));
  const update = useMutation(trpc.products.staff.stock.locations.update.mutationOptions(after));
  return {
    submit: ({ code, name, active }: LocationValues) => {
      if (location === null) return create.mutate({ code, name: name.trim(), idempotencyKey });
      const { id, version } = location;
      return update.mutate({ id, version, name: name.trim(), active, idempotencyKey });
    },
    pending: create.isPending || update.isPending,
    problem,
  };
}
