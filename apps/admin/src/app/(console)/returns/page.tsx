import type { Metadata } from 'next';
import { Suspense } from 'react';
import { ReturnList } from '../../../features/returns/return-list.tsx';

export const metadata: Metadata = { title: 'Returns' };

export default function ReturnsRoute() {
  return (
    <Suspense>
      <ReturnList />
    </Suspense>
  );
}
