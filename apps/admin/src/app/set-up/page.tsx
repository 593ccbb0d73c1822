import type { Metadata } from 'next';
import { SetUpCard } from '../../features/entrance/set-up-card.tsx';

export const metadata: Metadata = { title: 'Set up' };

export default function SetUpPage() {
  return <SetUpCard />;
}
