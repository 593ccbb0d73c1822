import type { Metadata } from 'next';
import { CodeForm } from '@/features/sign-in/code-form.tsx';
import { Door, doorCard } from '@/features/sign-in/door.tsx';
import { toOwnPath } from '@/lib/own-path.ts';

export const metadata: Metadata = { title: 'One more step', robots: { index: false } };

export default async function CodePage({ searchParams }: { searchParams: Promise<{ next?: string }> }) {
  const { next } = await searchParams;
  return (
    <Door title="One more step" lead="Your password was right. Now open your authenticator app.">
      <div className={doorCard}>
        <CodeForm next={toOwnPath(next)} />
      </div>
    </Door>
  );
}
