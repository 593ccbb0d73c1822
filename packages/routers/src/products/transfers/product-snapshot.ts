/** A product as it is in the database, locked. */
export interface ProductSnapshot {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly summary: string;
  readonly description: string;
  readonly brand: string;
  readonly status: 'draft' | 'active' | 'archived';
  readonly tags: readonly string[];
  readonly featured: boolean;
  readonly seoTitle: string | null;
  readonly seoDescription: string | null;
  readonly publishedAt: string | null;
  readonly unpublishAt: string | null;
  readonly primaryCategoryId: string;
  readonly categoryIds: readonly string[];
  readonly valueIds: readonly { readonly attributeId: string; readonly id: string }[];
  readonly properties: readonly PropertySnapshot[];
  readonly options: readonly OptionSnapshot[];
  readonly variants: readonly VariantSnapshot[];
}

export interface PropertySnapshot {
  readonly attributeId: string;
  readonly number: number | null;
  readonly text: string | null;
}

export interface OptionSnapshot {
  readonly id: string;
  readonly name: string;
  readonly values: readonly { readonly id: string; readonly value: string }[];
}

export interface VariantSnapshot {
  readonly id: string;
  readonly sku: string;
  readonly barcode: string | null;
  readonly name: string;
  readonly position: number;
  readonly weightGrams: number;
  readonly active: boolean;
  readonly lowStockThreshold: number | null;
  readonly valueIds: readonly string[];
  readonly prices: readonly PriceSnapshot[];
}

export interface PriceSnapshot {
  readonly currency: string;
  readonly amountMinor: number;
  readonly compareAtMinor: number | null;
}
