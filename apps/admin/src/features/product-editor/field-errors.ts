import { failureFor, messages } from '../../lib/messages.ts';

const fieldOfCode: Partial<Record<keyof typeof messages, string>> = {
  SLUG_TAKEN: 'slug',
  CATEGORY_NOT_FOUND: 'primaryCategoryId',
  PRODUCT_NOT_PUBLISHABLE: 'status',
};

/** What the API found wrong, by the field of the form that shows it. */
export function fieldErrors(error: unknown): Record<string, string> {
  const { code, details, fields } = failureFor(error);
  const field = fieldOfCode[code];
  if (field !== undefined) return { [field]: messages[code] };
  if (details['field'] === 'unpublishAt') return { unpublishAt: 'After it is published' };
  return Object.fromEntries(
    fields.map(({ path, message }) => [path.replace(/^changes\./u, '').split('.')[0] ?? path, message]),
  );
}
