'use client';

import { Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Asks before a page with unsaved changes is left: by a link, by closing it, by loading it again. */
export function useUnsavedGuard(unsaved: boolean): void {
  const router = useRouter();

  useEffect(() => {
    if (!unsaved) return;

    function stay(event: BeforeUnloadEvent): void {
      event.preventDefault();
    }

    function ask(event: MouseEvent): void {
      const href = leavingHref(event);
      if (href === null) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      modals.openConfirmModal({
        title: 'Leave without saving?',
        children: <Text size="sm">What you changed on this page has not been saved.</Text>,
        labels: { confirm: 'Leave', cancel: 'Stay' },
        confirmProps: { color: 'red.8' },
        onConfirm: () => router.push(href),
      });
    }

    window.addEventListener('beforeunload', stay);
    document.addEventListener('click', ask, { capture: true });
    return () => {
      window.removeEventListener('beforeunload', stay);
      document.removeEventListener('click', ask, { capture: true });
    };
  }, [unsaved, router]);
}

/** Where a click leads within this tab and this console; null when it leads nowhere else. */
function leavingHref(event: MouseEvent): string | null {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!(link instanceof HTMLAnchorElement) || link.target === '_blank' || link.hasAttribute('download')) {
    return null;
  }
  if (link.origin !== window.location.origin || link.pathname === window.location.pathname) return null;
  return `${link.pathname}${link.search}${link.hash}`;
}
