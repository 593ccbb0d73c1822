import type { Metadata } from 'next';
import { NewCollectionPage } from '../../../../features/collections/new-collection-page.tsx';

export const metadata: Metadata = { title: 'New collection' };

export default function NewCollectionRoute() {
  return <NewCollectionPage />;
}
