import { useEffect, useRef } from 'react';

/** Of links that do not all fit beside each other, the current one is scrolled to; again whenever `state` changes. */
export function useCurrentInSight(state: string) {
  const ref = useRef<HTMLElement>(null);
  useEffect(() => {
    const current = ref.current?.querySelector('[aria-current="page"]');
    current?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [state]);
  return ref;
}
