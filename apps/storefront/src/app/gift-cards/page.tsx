import type { Metadata } from 'next';
import { ButtonLink } from '@/components/button.tsx';
import { BalanceForm } from '@/features/gift-cards/balance-form.tsx';

export const metadata: Metadata = {
  title: 'Gift cards',
  description: 'Give a gift card by e-mail, or see what is left on yours.',
  alternates: { canonical: '/gift-cards' },
};

const steps = [
  { title: 'Choose an amount', text: 'Say for whom it is, add a message and the day it should arrive.' },
  { title: 'We send it by e-mail', text: 'With a code of its own. Nothing is printed, nothing is shipped.' },
  { title: 'They choose', text: 'The code pays in the cart. What is left stays on the card.' },
];

export default function GiftCardsPage() {
  return (
    <div className="page space-y-10 pt-10">
      <header className="max-w-2xl space-y-4">
        <h1 className="text-title font-medium">Gift cards</h1>
        <p className="text-muted text-lg leading-relaxed">
          For when you know the person better than their shelves.
        </p>
        <ButtonLink href="/p/gift-card">Buy a gift card</ButtonLink>
      </header>
      <div className="grid items-start gap-8 lg:grid-cols-[1fr_26rem] lg:gap-16">
        <ol className="divide-line divide-y">
          {steps.map(({ title, text }, index) => (
            <li key={title} className="flex gap-5 py-5 first:pt-0">
              <span
                aria-hidden="true"
                className="bg-accent-soft text-accent grid size-9 shrink-0 place-items-center rounded-full font-medium"
              >
                {index + 1}
              </span>
              <div className="space-y-1">
                <h2 className="font-medium">{title}</h2>
                <p className="text-muted">{text}</p>
              </div>
            </li>
          ))}
        </ol>
        <BalanceForm />
      </div>
    </div>
  );
}
