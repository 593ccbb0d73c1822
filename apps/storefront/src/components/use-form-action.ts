'use client';

import { startTransition, useActionState, type FormEvent } from 'react';

/**
 * A form that posts a server action without JavaScript and sends it in the background with it. React would empty the
 * fields after the action; sending it by hand keeps what was typed. `onSend` runs as the form leaves, to show at once
 * what is about to be true.
 */
export function useFormAction<State>(
  action: (state: Awaited<State>, data: FormData) => Promise<State>,
  initial: Awaited<State>,
  onSend?: (data: FormData) => void,
) {
  const [state, dispatch, pending] = useActionState(action, initial);

  function send(data: FormData): void {
    startTransition(() => {
      onSend?.(data);
      dispatch(data);
    });
  }

  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (pending) return;
    const { submitter } = event.nativeEvent as SubmitEvent;
    send(new FormData(event.currentTarget, submitter));
  }

  return { state, pending, send, formProps: { action: dispatch, onSubmit } };
}
