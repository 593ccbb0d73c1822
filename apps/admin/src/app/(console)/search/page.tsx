import type { Metadata } from 'next';
import { SearchPage } from '../../../features/search/search-page.tsx';

export const metadata: Metadata = { title: 'Search' };

export default function SearchConsolePage() {
  return <SearchPage />;
}
