import type { Permission } from '@turing/domain';
import {
  ArrowDownUp,
  BadgePercent,
  Boxes,
  Building2,
  Contact,
  Earth,
  FolderTree,
  Gift,
  KeyRound,
  LayoutDashboard,
  Mail,
  Layers,
  type LucideIcon,
  MessageSquareText,
  NotebookPen,
  Package,
  Percent,
  ScrollText,
  Search,
  ShieldCheck,
  ShoppingBag,
  ShoppingCart,
  SlidersHorizontal,
  Tags,
  Undo2,
  Truck,
  UserCog,
  Users,
} from 'lucide-react';

export interface ConsolePage {
  readonly href: string;
  readonly label: string;
  readonly icon: LucideIcon;
  /** Other words a person may look for it by. */
  readonly keywords: string;
  /** What one has to be allowed to find anything there. */
  readonly permission?: Permission;
}

/** The pages of the console as the navigation groups them; the palette finds the same. */
export const pageGroups: readonly { readonly title: string; readonly pages: readonly ConsolePage[] }[] = [
  {
    title: '',
    pages: [
      { href: '/', label: 'Home', icon: LayoutDashboard, keywords: 'dashboard overview revenue' },
      {
        href: '/orders',
        label: 'Orders',
        icon: ShoppingBag,
        keywords: 'all orders list',
        permission: 'orders:read',
      },
      {
        href: '/drafts',
        label: 'Draft orders',
        icon: NotebookPen,
        keywords: 'draft offer quote phone order compose send invoice payment link',
        permission: 'orders:read',
      },
      {
        href: '/returns',
        label: 'Returns',
        icon: Undo2,
        keywords: 'rma send back exchange refund inspect',
        permission: 'orders:read',
      },
      {
        href: '/abandoned-carts',
        label: 'Abandoned carts',
        icon: ShoppingCart,
        keywords: 'recovery left reminder letters consent',
        permission: 'orders:read',
      },
      {
        href: '/promotions',
        label: 'Promotions',
        icon: BadgePercent,
        keywords: 'discounts codes coupons offers vouchers',
        permission: 'orders:read',
      },
      {
        href: '/gift-cards',
        label: 'Gift cards',
        icon: Gift,
        keywords: 'vouchers store credit balance code issue',
        permission: 'credit:read',
      },
      {
        href: '/customers',
        label: 'Customers',
        icon: Contact,
        keywords: 'people accounts buyers notes tags',
        permission: 'customers:read',
      },
    ],
  },
  {
    title: 'Catalogue',
    pages: [
      {
        href: '/products',
        label: 'Products',
        icon: Package,
        keywords: 'catalogue variants sku',
        permission: 'products:read',
      },
      {
        href: '/categories',
        label: 'Categories',
        icon: FolderTree,
        keywords: 'tree departments',
        permission: 'products:read',
      },
      {
        href: '/collections',
        label: 'Collections',
        icon: Layers,
        keywords: 'rules manual edit',
        permission: 'products:read',
      },
      {
        href: '/attributes',
        label: 'Attributes',
        icon: SlidersHorizontal,
        keywords: 'facets filters values',
        permission: 'products:read',
      },
      {
        href: '/prices',
        label: 'Price lists',
        icon: Tags,
        keywords: 'sale discounts groups',
        permission: 'products:read',
      },
      {
        href: '/stock',
        label: 'Stock',
        icon: Boxes,
        keywords: 'inventory locations ledger low',
        permission: 'products:read',
      },
      {
        href: '/reviews',
        label: 'Reviews',
        icon: MessageSquareText,
        keywords: 'ratings moderation',
        permission: 'reviews:moderate',
      },
      {
        href: '/search',
        label: 'Search',
        icon: Search,
        keywords: 'synonyms reports queries',
        permission: 'products:read',
      },
      {
        href: '/transfers',
        label: 'Import and export',
        icon: ArrowDownUp,
        keywords: 'csv file bulk',
        permission: 'products:read',
      },
    ],
  },
  {
    title: 'Settings',
    pages: [
      {
        href: '/settings/business',
        label: 'Business',
        icon: Building2,
        keywords: 'company address vat tax id logo invoice numbers terms',
        permission: 'settings:write',
      },
      {
        href: '/settings/emails',
        label: 'E-mails',
        icon: Mail,
        keywords: 'letters templates preview mail test',
        permission: 'settings:write',
      },
      {
        href: '/settings/shipping',
        label: 'Shipping',
        icon: Truck,
        keywords: 'zones methods rates delivery pick-up carriers',
        permission: 'settings:write',
      },
      {
        href: '/settings/tax',
        label: 'Tax',
        icon: Percent,
        keywords: 'vat sales tax nexus rates registration',
        permission: 'settings:write',
      },
      {
        href: '/settings/regions',
        label: 'Regions',
        icon: Earth,
        keywords: 'countries currencies markets prices',
        permission: 'settings:write',
      },
      {
        href: '/settings/staff',
        label: 'Staff',
        icon: Users,
        keywords: 'people invite colleagues team',
        permission: 'staff:manage',
      },
      {
        href: '/settings/roles',
        label: 'Roles',
        icon: UserCog,
        keywords: 'permissions access rights',
        permission: 'staff:manage',
      },
      {
        href: '/settings/tokens',
        label: 'API tokens',
        icon: KeyRound,
        keywords: 'integrations machine bearer keys',
        permission: 'tokens:manage',
      },
      {
        href: '/audit',
        label: 'Audit log',
        icon: ScrollText,
        keywords: 'history who changed what trail',
        permission: 'audit:read',
      },
      {
        href: '/settings/security',
        label: 'Your security',
        icon: ShieldCheck,
        keywords: 'password second factor sessions recovery codes profile',
      },
    ],
  },
];

/** The pages of somebody with these permissions; groups that would be empty are left out. */
export function pageGroupsFor(held: readonly Permission[]): typeof pageGroups {
  return pageGroups
    .map(({ title, pages }) => ({
      title,
      pages: pages.filter(({ permission }) => permission === undefined || held.includes(permission)),
    }))
    .filter(({ pages }) => pages.length > 0);
}
