'use client';

import { Eye, EyeOff } from 'lucide-react';
import { useId, useState } from 'react';

export interface PasswordFieldProps {
  label: string;
  name: string;
  autoComplete: 'current-password' | 'new-password';
  hint?: string;
}

/** A password that can be looked at while typing, so that nobody has to type it twice. */
export function PasswordField({ label, name, autoComplete, hint }: PasswordFieldProps) {
  const id = useId();
  const [isShown, setShown] = useState(false);
  const isNew = autoComplete === 'new-password';
  const Icon = isShown ? EyeOff : Eye;
  return (
    <div className="space-y-1.5">
      <label htmlFor={id} className="block text-sm font-medium">
        {label}
      </label>
      <div className="relative">
        <input
          id={id}
          name={name}
          type={isShown ? 'text' : 'password'}
          autoComplete={autoComplete}
          autoCapitalize="off"
          spellCheck={false}
          required
          minLength={isNew ? 10 : undefined}
          maxLength={128}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          className="bg-surface border-edge text-ink min-h-11 w-full rounded-md border py-2 pr-12 pl-3.5 text-base"
        />
        <button
          type="button"
          aria-label={isShown ? 'Hide what I type' : 'Show what I type'}
          aria-pressed={isShown}
          onClick={() => setShown(!isShown)}
          className="text-muted hover:text-ink absolute inset-y-0 right-0 flex w-11 items-center justify-center rounded-md"
        >
          <Icon aria-hidden="true" className="size-4" />
        </button>
      </div>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-muted text-sm">
          {hint}
        </p>
      )}
    </div>
  );
}
