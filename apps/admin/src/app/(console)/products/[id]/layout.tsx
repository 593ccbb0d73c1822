import type { ReactNode } from 'react';
import { ProductFrame } from '../../../../features/product-editor/product-frame.tsx';

interface ProductLayoutProps {
  readonly params: Promise<{ id: string }>;
  readonly children: ReactNode;
}

export default async function ProductLayout({ params, children }: ProductLayoutProps) {
  const { id } = await params;
  return <ProductFrame id={id}>{children}</ProductFrame>;
}
