import {
  ArrowDownUp,
  Boxes,
  FolderTree,
  LayoutDashboard,
  Layers,
  type LucideIcon,
  MessageSquareText,
  Package,
  Search,
  ShoppingBag,
  SlidersHorizontal,
  Tags,
} from 'lucide-react';

export interface ConsolePage {
  readonly href: string;
  readonly label: string;
  readonly icon: LucideIcon;
  /** Other words a person may look for it by. */
  readonly keywords: string;
}

/** The pages of the console as the navigation groups them; the palette finds the same. */
export const pageGroups: readonly { readonly title: string; readonly pages: readonly ConsolePage[] }[] = [
  {
    title: '',
    pages: [
      { href: '/', label: 'Home', icon: LayoutDashboard, keywords: 'dashboard overview revenue' },
      { href: '/orders', label: 'Orders', icon: ShoppingBag, keywords: 'all orders list' },
    ],
  },
  {
    title: 'Catalogue',
    pages: [
      { href: '/products', label: 'Products', icon: Package, keywords: 'catalogue variants sku' },
      { href: '/categories', label: 'Categories', icon: FolderTree, keywords: 'tree departments' },
      { href: '/collections', label: 'Collections', icon: Layers, keywords: 'rules manual edit' },
      {
        href: '/attributes',
        label: 'Attributes',
        icon: SlidersHorizontal,
        keywords: 'facets filters values',
      },
      { href: '/prices', label: 'Price lists', icon: Tags, keywords: 'sale discounts groups' },
      { href: '/stock', label: 'Stock', icon: Boxes, keywords: 'inventory locations ledger low' },
      { href: '/reviews', label: 'Reviews', icon: MessageSquareText, keywords: 'ratings moderation' },
      { href: '/search', label: 'Search', icon: Search, keywords: 'synonyms reports queries' },
      { href: '/transfers', label: 'Import and export', icon: ArrowDownUp, keywords: 'csv file bulk' },
    ],
  },
];
