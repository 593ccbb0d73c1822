import type { Metadata } from 'next';
import { NewDraftPage } from '../../../../features/drafts/draft-page.tsx';

export const metadata: Metadata = { title: 'New draft' };

export default function NewDraftRoute() {
  return <NewDraftPage />;
}
