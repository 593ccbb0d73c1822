'use client';

import { Alert, Button, SegmentedControl, Stack, TagsInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { modals } from '@mantine/modals';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ModalActions } from '../../components/modal-actions.tsx';
import { useTRPC } from '../../lib/api.ts';
import { createIdempotencyKey } from '../../lib/idempotency-key.ts';
import { refusalOf } from '../../lib/refusal.ts';
import { toastDone } from '../../lib/toast.tsx';
import { rulesOf, type Synonym, type SynonymValues, valuesOf, wordsProblem } from './synonym.ts';
import { useSynonymRefresh } from './use-synonym-refresh.ts';

const modalId = 'synonym';

/** Without a synonym, a new one is made, for the term if there is one. */
export function openSynonym(synonym: Synonym | null, term?: string): void {
  modals.open({
    modalId,
    title: synonym === null ? 'Add synonyms' : 'Edit synonyms',
    children: <SynonymForm synonym={synonym} term={term} />,
  });
}

function SynonymForm({ synonym, term }: { synonym: Synonym | null; term: string | undefined }) {
  const { submit, pending, problem } = useSaveSynonym(synonym);
  const form = useForm<SynonymValues>({
    initialValues: valuesOf(synonym, term),
    validate: {
      term: (value, values) =>
        values.kind === 'oneWay' && value.trim() === '' ? 'What is searched for?' : null,
      words: (_words, values) => wordsProblem(values),
    },
  });
  const isOneWay = form.values.kind === 'oneWay';
  const example = isOneWay ? 'plate' : 'sofa';
  return (
    <form onSubmit={form.onSubmit(submit)} noValidate>
      <Stack>
        {problem !== null && (
          <Alert color="red" role="alert">
            {problem}
          </Alert>
        )}
        <SegmentedControl
          fullWidth
          aria-label="How they are meant"
          data={[
            { value: 'same', label: 'All mean the same' },
            { value: 'oneWay', label: 'One finds the others' },
          ]}
          {...form.getInputProps('kind')}
        />
        {isOneWay && (
          <TextInput
            label="Who searches for"
            placeholder="crockery"
            maxLength={80}
            {...form.getInputProps('term')}
          />
        )}
        <TagsInput
          label={isOneWay ? 'also finds' : 'Words'}
          description="Press Enter after each. A word may be several, such as “dutch oven”."
          placeholder={form.values.words.length === 0 ? example : ''}
          maxTags={20}
          acceptValueOnBlur
          data-autofocus
          {...form.getInputProps('words')}
        />
        <ModalActions>
          <Button variant="default" onClick={() => modals.close(modalId)}>
            Not now
          </Button>
          <Button type="submit" loading={pending}>
            {synonym === null ? 'Add synonyms' : 'Save'}
          </Button>
        </ModalActions>
      </Stack>
    </form>
  );
}

function useSaveSynonym(synonym: Synonym | null) {
  const trpc = useTRPC();
  const refresh = useSynonymRefresh();
  const [idempotencyKey, setIdempotencyKey] = useState(createIdempotencyKey);
  const [problem, setProblem] = useState<string | null>(null);
  const after = {
    onSuccess: () => {
      modals.close(modalId);
      refresh();
      toastDone('Synonyms saved', 'The next search knows them.');
    },
    onError: (error: unknown) => {
      setIdempotencyKey(createIdempotencyKey());
      setProblem(refusalOf(error, refresh));
    },
  };
  const create = useMutation(trpc.products.staff.synonyms.create.mutationOptions(after));
  const update = useMutation(trpc.products.staff.synonyms.update.mutationOptions(after));
  return {
    submit: (values: SynonymValues) => {
      const rules = rulesOf(values);
      if (synonym === null) return create.mutate({ synonym: rules, idempotencyKey });
      const { id, version } = synonym;
      return update.mutate({ id, version, synonym: rules, idempotencyKey });
    },
    pending: create.isPending || update.isPending,
    problem,
  };
}
