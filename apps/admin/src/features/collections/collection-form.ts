import { z } from 'zod';
import type { Collection, CollectionSort } from './collection.ts';
import { draftOf, type RulesDraft, type SavedRules, toDraft, toRules } from './rule-draft.ts';

/** What the editor holds while it is written. */
export interface CollectionValues {
  name: string;
  slug: string;
  description: string;
  sort: CollectionSort;
  seoTitle: string;
  seoDescription: string;
  imageKey: string | null;
  rules: RulesDraft;
}

export function collectionSchema(kind: Collection['kind']) {
  return z.object({
    name: z.string().trim().min(1, 'A collection needs a name'),
    slug: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, 'Small letters, digits and single hyphens'),
    rules: z
      .custom<RulesDraft>()
      .refine((rules) => kind === 'manual' || toRules(rules) !== null, 'Fill in every condition'),
  });
}

/** The values of a collection, or of one that is to be made. */
export function toValues(collection: Collection | null, kind: Collection['kind']): CollectionValues {
  const rules = collection?.rules ?? null;
  return {
    name: collection?.name ?? '',
    slug: collection?.slug ?? '',
    description: collection?.description ?? '',
    sort: collection?.sort ?? (kind === 'manual' ? 'manual' : 'featured'),
    seoTitle: collection?.seoTitle ?? '',
    seoDescription: collection?.seoDescription ?? '',
    imageKey: collection?.imageKey ?? null,
    rules: {
      match: rules?.match ?? 'all',
      drafts: rules?.conditions.map((condition, index) => toDraft(condition, `saved-${index}`)) ?? [
        draftOf('tag', 'first'),
      ],
    },
  };
}

interface CollectionText {
  name: string;
  slug: string;
  description: string;
  sort: CollectionSort;
  seoTitle: string | null;
  seoDescription: string | null;
  imageKey: string | null;
  rules?: SavedRules;
}

/** What is saved: blank texts are none. */
export function toText(values: CollectionValues, kind: Collection['kind']): CollectionText {
  const { name, slug, description, sort, seoTitle, seoDescription, imageKey } = values;
  const rules = kind === 'rules' ? toRules(values.rules) : null;
  return {
    name: name.trim(),
    slug,
    description: description.trim(),
    sort,
    seoTitle: seoTitle.trim() || null,
    seoDescription: seoDescription.trim() || null,
    imageKey,
    ...(rules === null ? {} : { rules }),
  };
}

/** What of it differs from what was loaded: the rest is left to whoever changes it. */
export function changesOf(values: CollectionValues, before: CollectionValues, kind: Collection['kind']) {
  const [now, then] = [toText(values, kind), toText(before, kind)];
  const isChanged = (field: string) =>
    JSON.stringify(now[field as keyof CollectionText]) !==
    JSON.stringify(then[field as keyof CollectionText]);
  return Object.fromEntries(
    Object.entries(now).filter(([field]) => isChanged(field)),
  ) as Partial<CollectionText>;
}
