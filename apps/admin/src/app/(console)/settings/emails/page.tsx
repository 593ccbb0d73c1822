import type { Metadata } from 'next';
import { LettersPage } from '../../../../features/letters/letters-page.tsx';

export const metadata: Metadata = { title: 'E-mails' };

export default function LettersRoute() {
  return <LettersPage />;
}
