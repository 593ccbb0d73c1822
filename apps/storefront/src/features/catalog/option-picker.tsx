import { PendingLink } from '@/components/pending-link.tsx';
import type { Choice, ChoiceValue } from './variant-choice.ts';

export interface OptionPickerProps {
  slug: string;
  choices: readonly Choice[];
}

/** Each value is a link to the version it leads to, so that every version has an address. */
export function OptionPicker({ slug, choices }: OptionPickerProps) {
  if (choices.length === 0) return null;
  return (
    <div className="space-y-5">
      {choices.map((choice) => (
        <div key={choice.name} role="group" aria-label={choice.name} className="space-y-2.5">
          <p className="text-sm">
            <span className="text-muted">{choice.name}:</span>{' '}
            <span className="font-medium">{choice.chosen}</span>
          </p>
          <div className="flex flex-wrap gap-2">
            {choice.values.map((value) => (
              <OptionLink key={value.value} slug={slug} value={value} />
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}

function OptionLink({ slug, value }: { slug: string; value: ChoiceValue }) {
  if (value.sku === null) return null;
  const swatch = value.swatch !== null;
  const frame = value.chosen ? 'border-ink ring-ink ring-1' : 'border-edge hover:border-ink';
  const soldOut = value.available ? '' : 'text-muted border-dashed line-through decoration-1';
  return (
    <PendingLink
      href={`/p/${slug}?variant=${encodeURIComponent(value.sku)}`}
      replace
      scroll={false}
      aria-current={value.chosen ? 'true' : undefined}
      aria-label={`${value.value}${value.available ? '' : ', sold out'}`}
      className={`bg-surface inline-flex min-h-11 items-center gap-2 rounded-full border text-sm transition-colors ${frame} ${soldOut} ${swatch ? 'py-1.5 pr-4 pl-2' : 'px-4 py-2'}`}
    >
      {value.swatch !== null && (
        <span
          aria-hidden="true"
          style={{ backgroundColor: value.swatch }}
          className="size-7 rounded-full ring-1 ring-black/15 ring-inset dark:ring-white/25"
        />
      )}
      {value.value}
    </PendingLink>
  );
}
