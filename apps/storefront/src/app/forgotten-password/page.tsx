import type { Metadata } from 'next';
import Link from 'next/link';
import { Door, doorCard, doorLink } from '@/features/sign-in/door.tsx';
import { ForgottenForm } from '@/features/sign-in/forgotten-form.tsx';

export const metadata: Metadata = { title: 'Forgotten your password?', robots: { index: false } };

export default function ForgottenPasswordPage() {
  return (
    <Door title="Forgotten your password?" lead="We send you a link with which you choose a new one.">
      <div className={doorCard}>
        <ForgottenForm />
      </div>
      <p className="text-center text-sm">
        <Link href="/sign-in" className={doorLink}>
          Back to sign-in
        </Link>
      </p>
    </Door>
  );
}
