import type { CategoryNode } from '@/lib/category-tree.ts';
import { site } from '@/lib/site.ts';
import { PendingLink } from '../pending-link.tsx';
import { Wordmark } from './wordmark.tsx';

const discover = [
  { href: '/products?sort=newest', name: 'New arrivals' },
  { href: '/products?sort=best_selling', name: 'Best sellers' },
  { href: '/products?sort=rating', name: 'Top rated' },
  { href: '/collections', name: 'Collections' },
  { href: '/products', name: 'Everything' },
  { href: '/gift-cards', name: 'Gift cards' },
];

const yours = [
  { href: '/cart', name: 'Your cart' },
  { href: '/account', name: 'Your account' },
];

export function SiteFooter({ tree }: { tree: readonly CategoryNode[] }) {
  return (
    <footer className="border-line bg-sunken mt-24 border-t">
      <div className="page grid gap-10 py-14 md:grid-cols-[1.4fr_2fr_1fr_1fr]">
        <div className="space-y-3">
          <Wordmark />
          <p className="text-muted max-w-xs text-sm">
            {site.tagline}. Chosen slowly, priced plainly, sent quickly.
          </p>
        </div>
        <FooterLinks
          id="departments"
          title="Departments"
          links={tree.map(({ slug, name }) => ({ href: `/c/${slug}`, name }))}
          className="sm:columns-2"
        />
        <FooterLinks title="Discover" links={discover} />
        <FooterLinks title="Yours" links={yours} />
      </div>
      <div className="page text-muted text-sm">
        <p className="border-line border-t py-6">
          © 2026 {site.name}. Payment by card, on our payment provider’s own page.
        </p>
      </div>
    </footer>
  );
}

function FooterLinks({
  id,
  title,
  links,
  className = '',
}: {
  id?: string;
  title: string;
  links: readonly { href: string; name: string }[];
  className?: string;
}) {
  if (links.length === 0) return <span />;
  return (
    <nav id={id} aria-label={title} className="space-y-3">
      <p className="text-sm font-medium">{title}</p>
      <ul className={className}>
        {links.map(({ href, name }) => (
          <li key={href}>
            <PendingLink href={href} className="text-muted hover:text-ink inline-block py-1 text-sm">
              {name}
            </PendingLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
