import { EraseForm, KeepForm } from './erase-form.tsx';
import { ExportForm } from './export-form.tsx';
import type { Privacy } from './privacy-queries.ts';

const card = 'bg-surface border-line space-y-4 rounded-lg border p-5 sm:p-6';

const things = [
  { sections: ['account'], name: 'Your name, e-mail address and telephone number' },
  { sections: ['addresses'], name: 'Addresses in your address book' },
  { sections: ['orders'], name: 'Orders, with payments and parcels' },
  { sections: ['reviews'], name: 'Reviews you wrote' },
  { sections: ['wishlist', 'cartLines'], name: 'Things on your wishlist and in your cart' },
  { sections: ['consents'], name: 'Your answers to whether we may send you news' },
  { sections: ['sessions'], name: 'Devices where you are signed in, with network address and browser' },
  { sections: ['waysToSignIn', 'passkeys', 'authenticatorApps'], name: 'Ways to sign in' },
  { sections: ['notesAboutYou'], name: 'Notes that our staff wrote about you' },
] as const;

export function PrivacyView({ privacy, idempotencyKey }: { privacy: Privacy; idempotencyKey: string }) {
  const { erasure } = privacy;
  return (
    <div className="grid max-w-2xl gap-6">
      {erasure !== null && <KeepForm erasure={erasure} openOrders={privacy.openOrders} />}
      <section aria-labelledby="held" className={card}>
        <h2 id="held" className="text-heading font-medium">
          What we know about you
        </h2>
        <dl className="divide-line divide-y">
          {things.map(({ sections, name }) => (
            <div key={name} className="flex items-baseline justify-between gap-6 py-2.5">
              <dt>{name}</dt>
              <dd className="text-muted tabular-nums">{countOf(privacy, sections)}</dd>
            </div>
          ))}
        </dl>
        <p className="text-muted text-sm">
          We never see your card: the payment page is our payment provider’s. What you search for is counted
          without your name. Unused carts go after 90 days, devices when you sign out, orders keep your name
          for as long as the law makes us keep our books.
        </p>
      </section>
      <section aria-labelledby="export" className={card}>
        <h2 id="export" className="text-heading font-medium">
          Take it with you
        </h2>
        <p>
          One file with everything above, in a form that other programs can read (JSON). We write to{' '}
          {privacy.email} when it is ready; you can download it for seven days, while you are signed in.
        </p>
        <ExportForm privacy={privacy} idempotencyKey={idempotencyKey} />
      </section>
      {erasure === null && (
        <section aria-labelledby="erase" className={card}>
          <h2 id="erase" className="text-heading font-medium">
            Delete your account
          </h2>
          <EraseForm privacy={privacy} idempotencyKey={idempotencyKey} />
        </section>
      )}
    </div>
  );
}

function countOf({ held }: Privacy, sections: readonly string[]): number {
  return held.reduce((sum, { section, count }) => sum + (sections.includes(section) ? count : 0), 0);
}
