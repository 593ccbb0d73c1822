import { ChevronDown } from 'lucide-react';
import { useId, type ComponentProps, type ReactNode } from 'react';

interface Labelled {
  label: string;
  error?: string | null;
  hint?: string;
}

const box =
  'bg-surface border-edge aria-invalid:border-bad min-h-11 w-full rounded-md border px-3.5 py-2 text-base text-ink placeholder:text-muted';

export function TextField({
  label,
  error = null,
  hint,
  className = '',
  ...rest
}: Labelled & ComponentProps<'input'>) {
  const field = useField(error, hint);
  return (
    <Frame {...{ label, error, hint, className }} ids={field}>
      <input
        {...rest}
        id={field.id}
        aria-invalid={error !== null}
        aria-describedby={field.describedBy}
        className={box}
      />
    </Frame>
  );
}

export function TextArea({
  label,
  error = null,
  hint,
  className = '',
  ...rest
}: Labelled & ComponentProps<'textarea'>) {
  const field = useField(error, hint);
  return (
    <Frame {...{ label, error, hint, className }} ids={field}>
      <textarea
        {...rest}
        id={field.id}
        aria-invalid={error !== null}
        aria-describedby={field.describedBy}
        className={box}
      />
    </Frame>
  );
}

export function SelectField({
  label,
  error = null,
  hint,
  className = '',
  ...rest
}: Labelled & ComponentProps<'select'>) {
  const field = useField(error, hint);
  return (
    <Frame {...{ label, error, hint, className }} ids={field}>
      <div className="relative">
        <select
          {...rest}
          id={field.id}
          aria-invalid={error !== null}
          aria-describedby={field.describedBy}
          className={`${box} appearance-none pr-10`}
        />
        <ChevronDown
          aria-hidden="true"
          className="text-muted pointer-events-none absolute top-1/2 right-3.5 size-4 -translate-y-1/2"
        />
      </div>
    </Frame>
  );
}

interface FieldIds {
  id: string;
  describedBy: string | undefined;
}

function useField(error: string | null, hint: string | undefined): FieldIds {
  const id = useId();
  const describedBy = [error === null ? '' : `${id}-error`, hint === undefined ? '' : `${id}-hint`]
    .filter(Boolean)
    .join(' ');
  return { id, describedBy: describedBy || undefined };
}

function Frame({
  label,
  error,
  hint,
  className,
  ids,
  children,
}: Labelled & { className: string; ids: FieldIds; children: ReactNode }) {
  return (
    <div className={`space-y-1.5 ${className}`}>
      <label htmlFor={ids.id} className="block text-sm font-medium">
        {label}
      </label>
      {children}
      {hint !== undefined && (
        <p id={`${ids.id}-hint`} className="text-muted text-sm">
          {hint}
        </p>
      )}
      {error != null && (
        <p id={`${ids.id}-error`} className="text-bad text-sm font-medium">
          {error}
        </p>
      )}
    </div>
  );
}
