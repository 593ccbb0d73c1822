import type { Metadata } from 'next';
import { AttributesPage } from '../../../features/attributes/attributes-page.tsx';

export const metadata: Metadata = { title: 'Attributes' };

export default function AttributesRoute() {
  return <AttributesPage />;
}
