import { isSame, noFilters, type OrderFilters, ofView, type SavedView } from './order-filters.ts';

/** A tab of the list: one that every shop has, or a saved one. */
export interface View {
  readonly key: string;
  readonly label: string;
  readonly filters: OrderFilters;
  readonly saved: SavedView | null;
  /** Whether it is worth saying how many there are. */
  readonly counted: boolean;
}

interface Standard {
  readonly key: string;
  readonly label: string;
  readonly filters: Partial<OrderFilters>;
  readonly counted: boolean;
}

const standard: readonly Standard[] = [
  { key: 'all', label: 'All', filters: {}, counted: false },
  { key: 'to-ship', label: 'To ship', filters: { status: 'confirmed' }, counted: true },
  { key: 'unpaid', label: 'Unpaid', filters: { status: 'pending' }, counted: true },
  { key: 'returns', label: 'Returns', filters: { returns: 'open' }, counted: true },
  { key: 'on-hold', label: 'On hold', filters: { risk: 'held', status: 'confirmed' }, counted: true },
  { key: 'in-review', label: 'In review', filters: { payment: 'review' }, counted: true },
  { key: 'shipped', label: 'Shipped', filters: { status: 'shipped' }, counted: false },
  { key: 'cancelled', label: 'Cancelled', filters: { status: 'cancelled' }, counted: false },
];

/** The views everybody has, then the saved ones, one's own before those of colleagues. */
export function viewsOf(saved: readonly SavedView[]): View[] {
  return [
    ...standard.map((view) => ({ ...view, filters: { ...noFilters, ...view.filters }, saved: null })),
    ...[...saved]
      .toSorted((one, other) => Number(other.own) - Number(one.own))
      .map((view) => ({
        key: view.id,
        label: view.name,
        filters: ofView(view.filters),
        saved: view,
        counted: true,
      })),
  ];
}

/** The view that shows just this; null for filters that have no name. */
export function viewOf(views: readonly View[], filters: OrderFilters): View | null {
  return views.find((view) => isSame(view.filters, filters)) ?? null;
}
