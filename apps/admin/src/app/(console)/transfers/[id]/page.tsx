import type { Metadata } from 'next';
import { ImportPage } from '../../../../features/transfers/import-page.tsx';

export const metadata: Metadata = { title: 'Import' };

export default async function Page({ params }: { readonly params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <ImportPage id={id} />;
}
