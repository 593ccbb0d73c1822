import type { Metadata } from 'next';
import { DraftPage } from '../../../../features/drafts/draft-page.tsx';

export const metadata: Metadata = { title: 'Draft order' };

export default async function DraftRoute({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <DraftPage id={id} />;
}
