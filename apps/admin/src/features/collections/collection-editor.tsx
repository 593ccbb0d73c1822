'use client';

import { Button, Grid, Stack } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { PageHeader } from '../../components/page-header.tsx';
import { useStaff } from '../../lib/staff.tsx';
import { toastDone } from '../../lib/toast.tsx';
import { type Choices, type Collection, countProducts, kindLabels } from './collection.ts';
import { BasicFields, ListingFields } from './collection-fields.tsx';
import { changesOf, collectionSchema, type CollectionValues, toValues } from './collection-form.ts';
import { CollectionMembers } from './collection-members.tsx';
import { PublishedBadge } from './collection-rows.tsx';
import { DeleteCollectionButton } from './delete-collection-button.tsx';
import { RuleBuilder } from './rule-builder.tsx';
import { useCollectionWrites } from './use-collection-writes.ts';

interface CollectionEditorProps {
  readonly loaded: Collection;
  readonly choices: Choices;
  readonly onConflict: () => void;
}

export function CollectionEditor({ loaded, choices, onConflict }: CollectionEditorProps) {
  const canWrite = useStaff().permissions.includes('products:write');
  const writes = useCollectionWrites(loaded, onConflict);
  const { collection, busy, saving } = writes;
  const { kind, name, published, productCount } = collection;
  const [saved, setSaved] = useState(() => toValues(loaded, kind));
  const form = useForm<CollectionValues>({
    initialValues: saved,
    validate: schemaResolver(collectionSchema(kind), { sync: true }),
  });
  const changes = changesOf(form.values, saved, kind);
  const isChanged = Object.keys(changes).length > 0;

  async function save(): Promise<void> {
    const written = await writes.save(changes).catch(() => null);
    if (written === null) return;
    setSaved(form.values);
    toastDone('Collection saved', written.name);
  }

  async function toggle(): Promise<void> {
    const written = await writes.setPublished(!published).catch(() => null);
    if (written === null) return;
    toastDone(
      written.published ? 'Published' : 'Hidden',
      `${written.name} ${written.published ? 'is now' : 'is no longer'} in the shop.`,
    );
  }

  return (
    <form onSubmit={form.onSubmit(() => void save())} noValidate>
      <title>{`${name} · Turing Goods Console`}</title>
      <PageHeader
        title={name}
        aside={<PublishedBadge published={published} />}
        description={`${kindLabels[kind]} · ${countProducts(productCount)}`}
        actions={
          canWrite && (
            <>
              <Button
                variant="default"
                leftSection={published ? <EyeOff size={16} /> : <Eye size={16} />}
                onClick={() => void toggle()}
                disabled={busy}
              >
                {published ? 'Hide' : 'Publish'}
              </Button>
              <Button type="submit" loading={saving} disabled={!isChanged || busy}>
                Save
              </Button>
            </>
          )
        }
      />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Stack gap="lg">
            <BasicFields form={form} isNew={false} />
            {kind === 'rules' ? (
              <RuleBuilder
                rules={form.values.rules}
                choices={choices}
                onChange={(rules) => form.setFieldValue('rules', rules)}
              />
            ) : (
              <CollectionMembers writes={writes} canWrite={canWrite} />
            )}
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <Stack gap="lg">
            <ListingFields form={form} kind={kind} />
            {canWrite && <DeleteCollectionButton collection={collection} />}
          </Stack>
        </Grid.Col>
      </Grid>
    </form>
  );
}
