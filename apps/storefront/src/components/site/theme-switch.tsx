'use client';

import { Moon, Sun } from 'lucide-react';
import type { FormEvent } from 'react';
import { chooseTheme } from './preferences-actions.ts';

const button = 'hover:bg-sunken size-11 place-items-center rounded-full transition-colors';

/** Which of the two buttons is shown is a matter of style sheets alone, so the server need not know the theme. */
export function ThemeSwitch() {
  return (
    <form action={chooseTheme} onSubmit={showAtOnce}>
      <button
        name="theme"
        value="dark"
        className={`${button} grid dark:hidden`}
        aria-label="Use the dark theme"
      >
        <Moon aria-hidden="true" className="size-5" strokeWidth={1.5} />
      </button>
      <button
        name="theme"
        value="light"
        className={`${button} hidden dark:grid`}
        aria-label="Use the light theme"
      >
        <Sun aria-hidden="true" className="size-5" strokeWidth={1.5} />
      </button>
    </form>
  );
}

function showAtOnce(event: FormEvent<HTMLFormElement>): void {
  const { submitter } = event.nativeEvent as SubmitEvent;
  if (submitter instanceof HTMLButtonElement) document.documentElement.dataset.theme = submitter.value;
}
