import { StatusBadge } from '../../components/status.tsx';
import type { Visibility } from './product.ts';

const appearances: Readonly<Record<Visibility, { label: string; color: string }>> = {
  draft: { label: 'Draft', color: 'yellow' },
  scheduled: { label: 'Scheduled', color: 'blue' },
  visible: { label: 'Active', color: 'teal' },
  unsellable: { label: 'Nothing on sale', color: 'orange' },
  ended: { label: 'Unpublished', color: 'gray' },
  archived: { label: 'Archived', color: 'gray' },
};

export function ProductVisibility({ visibility }: { visibility: Visibility }) {
  return <StatusBadge {...appearances[visibility]} />;
}
