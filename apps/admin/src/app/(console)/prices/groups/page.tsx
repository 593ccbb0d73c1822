import type { Metadata } from 'next';
import { GroupsPage } from '../../../../features/prices/groups-page.tsx';

export const metadata: Metadata = { title: 'Customer groups' };

export default function GroupsRoute() {
  return <GroupsPage />;
}
