import type { Metadata } from 'next';
import { DraftList } from '../../../features/drafts/draft-list.tsx';

export const metadata: Metadata = { title: 'Draft orders' };

export default function DraftsPage() {
  return <DraftList />;
}
