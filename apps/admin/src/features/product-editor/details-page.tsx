'use client';

import { Card, Grid, Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ErrorState } from '../../components/error-state.tsx';
import { useTRPC } from '../../lib/api.ts';
import { count } from '../../lib/format.ts';
import { useStaff } from '../../lib/staff.tsx';
import { AttributesSection } from './attributes-section.tsx';
import { BasicsSection } from './basics-section.tsx';
import { ConflictNotice } from './conflict-notice.tsx';
import { ListingSection } from './listing-section.tsx';
import { OrganisationSection } from './organisation-section.tsx';
import type { ProductChoices, StaffProduct } from './product.ts';
import { SaveBar } from './save-bar.tsx';
import { useDetailsForm } from './use-details-form.ts';
import { useUnsavedGuard } from './use-unsaved-guard.tsx';
import { VisibilitySection } from './visibility-section.tsx';

/** The first page of a product's editor. The head around it has loaded the product already. */
export function DetailsPage({ id }: { id: string }) {
  const trpc = useTRPC();
  const product = useQuery(trpc.products.staff.get.queryOptions({ id }));
  const choices = useQuery(trpc.products.staff.choices.queryOptions(undefined, { staleTime: 300_000 }));
  if (choices.isError) {
    return (
      <Card>
        <ErrorState error={choices.error} onRetry={() => void choices.refetch()} />
      </Card>
    );
  }
  if (product.data === undefined || choices.data === undefined) {
    return <Skeleton h={420} radius="lg" role="status" aria-label="Loading the product" />;
  }
  return <DetailsEditor product={product.data} choices={choices.data} />;
}

function DetailsEditor({ product, choices }: { product: StaffProduct; choices: ProductChoices }) {
  const details = useDetailsForm(product, choices);
  const { form, base, conflict, changed } = details;
  const writable = useStaff().permissions.includes('products:write');
  useUnsavedGuard(changed.length > 0);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        details.save();
      }}
    >
      {conflict !== null && (
        <ConflictNotice
          base={base}
          latest={conflict}
          values={form.values}
          onKeepMine={details.keepMine}
          onTakeTheirs={details.takeTheirs}
        />
      )}
      <fieldset disabled={!writable} style={{ all: 'unset', display: 'block' }}>
        <Grid gap="lg">
          <Grid.Col span={{ base: 12, md: 8 }}>
            <Stack gap="lg">
              <BasicsSection form={form} />
              <AttributesSection form={form} attributes={choices.attributes} />
              <ListingSection form={form} product={base} />
            </Stack>
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 4 }}>
            <Stack gap="lg">
              <VisibilitySection form={form} product={base} />
              <OrganisationSection form={form} choices={choices} />
            </Stack>
          </Grid.Col>
        </Grid>
      </fieldset>
      {changed.length > 0 && (
        <SaveBar
          unsaved={count(changed.length, 'field')}
          saving={details.saving}
          problem={details.problem}
          onSave={details.save}
          onDiscard={details.discard}
        />
      )}
    </form>
  );
}
