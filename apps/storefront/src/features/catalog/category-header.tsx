import { Breadcrumbs } from '@/components/breadcrumbs.tsx';
import { PendingLink } from '@/components/pending-link.tsx';
import type { Category } from './queries.ts';

export interface CategoryHeaderProps {
  /** From the root to the category itself. */
  path: readonly Category[];
  below: readonly Category[];
}

export function CategoryHeader({ path, below }: CategoryHeaderProps) {
  const category = path.at(-1);
  if (category === undefined) return null;
  const crumbs = path.map(({ slug, name }) =>
    slug === category.slug ? { name } : { name, href: `/c/${slug}` },
  );
  return (
    <header className="page space-y-5">
      <Breadcrumbs crumbs={[{ name: 'Shop', href: '/products' }, ...crumbs]} />
      <div className="max-w-2xl space-y-2">
        <h1 className="text-title font-medium">{category.name}</h1>
        <p className="text-muted leading-relaxed">{category.description}</p>
      </div>
      {below.length > 0 && (
        <nav aria-label={`Within ${category.name}`}>
          <ul className="flex flex-wrap gap-2">
            {below.map(({ slug, name, productCount }) => (
              <li key={slug}>
                <PendingLink
                  href={`/c/${slug}`}
                  className="border-line bg-surface hover:border-ink inline-flex min-h-10 items-center gap-2 rounded-full border px-4 text-sm transition-colors"
                >
                  {name} <span className="text-muted tabular-nums">{productCount}</span>
                </PendingLink>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </header>
  );
}
