import type { Metadata } from 'next';
import Link from 'next/link';
import { Door, doorCard, doorLink } from '@/features/sign-in/door.tsx';
import { SignUpForm } from '@/features/sign-in/sign-up-form.tsx';

export const metadata: Metadata = { title: 'Create an account', robots: { index: false } };

export default function SignUpPage() {
  return (
    <Door title="Create an account" lead="Your orders, addresses and wishes in one place, on every device.">
      <div className={doorCard}>
        <SignUpForm />
      </div>
      <p className="text-center text-sm">
        You have one already?{' '}
        <Link href="/sign-in" className={doorLink}>
          Sign in
        </Link>
      </p>
    </Door>
  );
}
