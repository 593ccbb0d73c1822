import type { Metadata } from 'next';
import { InvitationCard } from '../../features/entrance/invitation-card.tsx';

export const metadata: Metadata = { title: 'Invitation' };

export default function InvitationPage() {
  return <InvitationCard />;
}
