import { Suspense } from 'react';
import { EntranceCard } from '../../components/entrance-card.tsx';
import { SignInForm } from './sign-in-form.tsx';

export function SignInCard() {
  return (
    <EntranceCard
      title="Sign in"
      description="Orders, products and stock, for the people who run the shop."
      footnote="No account, or a forgotten password? Ask an owner of the shop."
    >
      <Suspense>
        <SignInForm />
      </Suspense>
    </EntranceCard>
  );
}
