import type { Metadata } from 'next';
import { ReturnPage } from '../../../../features/returns/return-page.tsx';

export const metadata: Metadata = { title: 'Return' };

export default async function ReturnRoute({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <ReturnPage id={id} />;
}
