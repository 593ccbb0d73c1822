'use client';

import { schemaResolver, useForm, type UseFormReturnType } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTRPC } from '../../lib/api.ts';
import { failureFor, sentenceFor } from '../../lib/messages.ts';
import { toastDone } from '../../lib/toast.tsx';
import { fieldErrors } from './field-errors.ts';
import {
  changedFields,
  productFormSchema,
  type ProductFormValues,
  rebase,
  toChanges,
  toFormValues,
} from './product-form-values.ts';
import type { ProductChoices, StaffProduct } from './product.ts';
import { useIntentKey } from '../../lib/use-intent-key.ts';
import { useProductWrite } from './use-product-write.ts';

export type DetailsFormState = UseFormReturnType<ProductFormValues>;

export interface DetailsForm {
  readonly form: DetailsFormState;
  readonly changed: readonly (keyof ProductFormValues)[];
  /** The product the form was filled from. */
  readonly base: StaffProduct;
  /** What somebody else saved meanwhile; null while nobody did. */
  readonly conflict: StaffProduct | null;
  readonly saving: boolean;
  readonly problem: string | null;
  readonly save: () => void;
  readonly discard: () => void;
  /** Goes on with what was typed, on top of the latest state. */
  readonly keepMine: () => void;
  /** Goes on with the latest state alone. */
  readonly takeTheirs: () => void;
}

/** The state of the details form, and what becomes of it when the product changes under it. */
export function useDetailsForm(product: StaffProduct, choices: ProductChoices): DetailsForm {
  const [base, setBase] = useState(product);
  const [conflict, setConflict] = useState<StaffProduct | null>(null);
  const form = useForm<ProductFormValues>({
    initialValues: toFormValues(product),
    validate: schemaResolver(productFormSchema, { sync: true }),
    validateInputOnBlur: true,
  });
  const changed = changedFields(toFormValues(base), form.values);

  function adopt(latest: StaffProduct, values: ProductFormValues): void {
    setBase(latest);
    setConflict(null);
    form.setValues(values);
    form.clearErrors();
  }

  useEffect(() => {
    if (product.version === base.version) return;
    const [was, is] = [toFormValues(base), toFormValues(product)];
    const theirs = new Set(changedFields(was, is));
    if (changed.some((name) => theirs.has(name))) setConflict(product);
    else adopt(product, rebase(was, form.values, is));
    // oxlint-disable-next-line react/exhaustive-deps -- only a new version of the product is news
  }, [product.version]);

  const { submit, saving, problem } = useSave({
    form,
    base,
    choices,
    onSaved: (saved) => adopt(saved, toFormValues(saved)),
    onConflict: setConflict,
  });
  return {
    form,
    changed,
    base,
    conflict,
    saving,
    problem: conflict === null ? problem : 'Somebody else changed the product: choose above how to go on.',
    save: () => {
      if (changed.length > 0 && conflict === null && !saving) form.onSubmit(submit)();
    },
    discard: () => adopt(conflict ?? base, toFormValues(conflict ?? base)),
    keepMine: () => {
      if (conflict !== null) adopt(conflict, rebase(toFormValues(base), form.values, toFormValues(conflict)));
    },
    takeTheirs: () => {
      if (conflict !== null) adopt(conflict, toFormValues(conflict));
    },
  };
}

interface SaveOptions {
  readonly form: DetailsFormState;
  readonly base: StaffProduct;
  readonly choices: ProductChoices;
  readonly onSaved: (saved: StaffProduct) => void;
  readonly onConflict: (latest: StaffProduct) => void;
}

function useSave({ form, base, choices, onSaved, onConflict }: SaveOptions) {
  const trpc = useTRPC();
  const { show, fetchLatest } = useProductWrite();
  const [problem, setProblem] = useState<string | null>(null);
  const keyFor = useIntentKey();
  const update = useMutation(
    trpc.products.staff.update.mutationOptions({
      onSuccess: (saved) => {
        setProblem(null);
        onSaved(saved);
        show(saved);
        toastDone('Saved', `${saved.name} is saved.`);
      },
      onError: async (error) => {
        form.setErrors(fieldErrors(error));
        setProblem(sentenceFor(error));
        if (failureFor(error).code === 'VERSION_CONFLICT') onConflict(await fetchLatest(base.id));
      },
    }),
  );
  return {
    submit: (values: ProductFormValues) => {
      const changes = toChanges(toFormValues(base), values, choices.attributes);
      const input = { id: base.id, version: base.version, changes };
      update.mutate({ ...input, idempotencyKey: keyFor(input) });
    },
    saving: update.isPending,
    problem,
  };
}
