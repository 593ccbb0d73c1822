import type { Metadata } from 'next';
import { SecurityPage } from '../../../../features/security/security-page.tsx';

export const metadata: Metadata = { title: 'Your security' };

export default function SecurityRoute() {
  return <SecurityPage />;
}
