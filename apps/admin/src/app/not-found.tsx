import type { Metadata } from 'next';
import { NotFoundState } from '../components/not-found-state.tsx';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFound() {
  return <NotFoundState />;
}
