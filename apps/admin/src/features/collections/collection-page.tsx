'use client';

import { Card } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { SearchX } from 'lucide-react';
import { useState } from 'react';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { RowSkeletons } from '../../components/row-skeletons.tsx';
import { useTRPC } from '../../lib/api.ts';
import { failureFor } from '../../lib/messages.ts';
import { BackToCollections } from './back-to-collections.tsx';
import { CollectionEditor } from './collection-editor.tsx';

export function CollectionPage({ id }: { id: string }) {
  const trpc = useTRPC();
  // After a conflict the editor starts afresh from what is loaded then.
  const [edition, setEdition] = useState(0);
  const [outdated, setOutdated] = useState<number | null>(null);
  const collection = useQuery(trpc.products.staff.collections.get.queryOptions({ id }));
  const choices = useQuery(trpc.products.staff.choices.queryOptions());
  const error = collection.error ?? choices.error;
  const isLoaded = collection.data !== undefined && choices.data !== undefined;

  if (outdated !== null && collection.data !== undefined && collection.dataUpdatedAt > outdated) {
    setOutdated(null);
    setEdition(edition + 1);
  }

  return (
    <>
      <BackToCollections />
      {isLoaded && (
        <CollectionEditor
          key={edition}
          loaded={collection.data}
          choices={choices.data}
          onConflict={() => setOutdated(collection.dataUpdatedAt)}
        />
      )}
      {!isLoaded && (
        <Card>
          {error === null && <RowSkeletons rows={6} />}
          {error !== null && isMissing(error) && (
            <EmptyState
              icon={SearchX}
              title="This collection does not exist"
              description="It may have been deleted."
              action={<LinkButton href="/collections">See all collections</LinkButton>}
            />
          )}
          {error !== null && !isMissing(error) && (
            <ErrorState
              error={error}
              onRetry={() => void Promise.all([collection.refetch(), choices.refetch()])}
            />
          )}
        </Card>
      )}
    </>
  );
}

function isMissing(error: unknown): boolean {
  return ['COLLECTION_NOT_FOUND', 'INPUT_INVALID'].includes(failureFor(error).code);
}
