type Row = Readonly<Record<string, unknown>>;

/** Rows to write, by statement, in the order the statements run. Names are the columns'. */
export interface ProductWrites {
  readonly insertProducts: Row[];
  /** Whole rows of what changed; each bumps the version. */
  readonly updateProducts: Row[];
  readonly deleteCategories: Row[];
  readonly insertCategories: Row[];
  readonly deleteValues: Row[];
  readonly insertValues: Row[];
  readonly deleteProperties: Row[];
  readonly upsertProperties: Row[];
  readonly insertOptions: Row[];
  readonly insertOptionValues: Row[];
  readonly insertVariants: Row[];
  readonly updateVariants: Row[];
  readonly deleteVariantValues: Row[];
  readonly insertVariantValues: Row[];
  readonly deletePrices: Row[];
  readonly upsertPrices: Row[];
}

export function emptyWrites(): ProductWrites {
  return {
    insertProducts: [],
    updateProducts: [],
    deleteCategories: [],
    insertCategories: [],
    deleteValues: [],
    insertValues: [],
    deleteProperties: [],
    upsertProperties: [],
    insertOptions: [],
    insertOptionValues: [],
    insertVariants: [],
    updateVariants: [],
    deleteVariantValues: [],
    insertVariantValues: [],
    deletePrices: [],
    upsertPrices: [],
  };
}

/** The writes of many products as one set. */
export function mergeWrites(all: readonly ProductWrites[]): ProductWrites {
  const merged = emptyWrites();
  for (const writes of all) {
    for (const name of Object.keys(merged) as (keyof ProductWrites)[]) {
      for (const row of writes[name]) merged[name].push(row);
    }
  }
  return merged;
}
