import type { Metadata } from 'next';
import { Layers } from 'lucide-react';
import { ButtonLink } from '@/components/button.tsx';
import { EmptyState } from '@/components/empty-state.tsx';
import { FailureState } from '@/components/failure-state.tsx';
import { CollectionGrid } from '@/features/catalog/collection-tiles.tsx';
import { listCollectionPage } from '@/features/catalog/queries.ts';
import { attempt } from '@/lib/attempt.ts';

export const metadata: Metadata = {
  title: 'Collections',
  description: 'Things that belong together, put together by us.',
  alternates: { canonical: '/collections' },
};

export default async function CollectionsPage({
  searchParams,
}: {
  searchParams: Promise<{ cursor?: string | string[] }>;
}) {
  const { cursor } = await searchParams;
  const result = await attempt(listCollectionPage(typeof cursor === 'string' ? cursor : undefined));
  if (!result.ok) return <FailureState failure={result.failure} />;
  const { items, nextCursor } = result.value;
  return (
    <div className="page space-y-8 pt-8">
      <div className="max-w-2xl space-y-2">
        <h1 className="text-title font-medium">Collections</h1>
        <p className="text-muted leading-relaxed">Things that belong together, put together by us.</p>
      </div>
      {items.length === 0 ? (
        <EmptyState
          icon={Layers}
          title="No collections at the moment"
          actions={<ButtonLink href="/products">Browse everything</ButtonLink>}
        />
      ) : (
        <CollectionGrid collections={items} level={2} />
      )}
      {nextCursor !== null && (
        <nav aria-label="Pages" className="flex justify-center pt-8">
          <ButtonLink href={`/collections?cursor=${encodeURIComponent(nextCursor)}`} look="secondary">
            More collections
          </ButtonLink>
        </nav>
      )}
    </div>
  );
}
