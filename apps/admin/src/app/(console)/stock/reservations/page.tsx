import type { Metadata } from 'next';
import { ReservationList } from '../../../../features/stock/reservation-list.tsx';

export const metadata: Metadata = { title: 'Reservations' };

export default function ReservationsPage() {
  return <ReservationList />;
}
