import type { Metadata } from 'next';
import { NewProductPage } from '../../../../features/product-editor/new-product-page.tsx';

export const metadata: Metadata = { title: 'New product' };

export default function NewProductRoute() {
  return <NewProductPage />;
}
