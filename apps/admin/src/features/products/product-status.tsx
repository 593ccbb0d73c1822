import { StatusBadge } from '../../components/status.tsx';
import { humanise } from '../../lib/format.ts';
import type { ProductState } from './product.ts';

const colors: Readonly<Record<ProductState, string>> = { draft: 'yellow', active: 'teal', archived: 'gray' };

export function ProductStatus({ status }: { status: ProductState }) {
  return <StatusBadge label={humanise(status)} color={colors[status]} />;
}
