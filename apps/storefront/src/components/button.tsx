import type { ComponentProps, ReactNode } from 'react';
import { PendingLink } from './pending-link.tsx';

export type ButtonLook = 'primary' | 'secondary' | 'quiet';

const looks: Readonly<Record<ButtonLook, string>> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-strong px-6',
  secondary: 'border border-edge bg-surface text-ink hover:bg-sunken px-5',
  quiet: 'text-ink hover:bg-sunken px-4',
};

export function buttonStyle(look: ButtonLook = 'primary', more = ''): string {
  const shape =
    'inline-flex min-h-11 items-center justify-center gap-2 rounded-full py-2.5 text-sm font-medium transition-colors';
  return `${shape} ${looks[look]} ${more}`;
}

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  look?: ButtonLook;
  /** Shows that work is under way; a second press does nothing, and the button keeps its focus. */
  pending?: boolean;
  pendingLabel?: string;
  children: ReactNode;
}

export function Button({
  look,
  pending = false,
  pendingLabel,
  className = '',
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={rest.type ?? 'submit'}
      aria-disabled={pending || undefined}
      className={buttonStyle(look, `aria-disabled:opacity-70 disabled:opacity-50 ${className}`)}
    >
      {pending && (
        <span
          aria-hidden="true"
          className="size-4 animate-spin rounded-full border-2 border-current border-r-transparent"
        />
      )}
      {pending ? (pendingLabel ?? children) : children}
    </button>
  );
}

export function ButtonLink({
  href,
  look,
  className = '',
  children,
}: {
  href: string;
  look?: ButtonLook;
  className?: string;
  children: ReactNode;
}) {
  return (
    <PendingLink href={href} className={buttonStyle(look, className)}>
      {children}
    </PendingLink>
  );
}
