'use client';

import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useTRPC } from '../../lib/api.ts';
import { count } from '../../lib/format.ts';
import type { Pictures } from './grid-row.tsx';
import { openPictureChooser } from './picture-chooser.tsx';
import type { CellEdit, StaffVariant } from './variant-grid-state.ts';

/** The pictures of a product by their ids, and what lets staff choose one of them for variants. */
export function usePictures(productId: string, edit: (edits: readonly CellEdit[]) => void) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.products.staff.media.list.queryOptions({ productId }));
  const pictures: Pictures = useMemo(() => new Map(data?.items.map(({ id, image }) => [id, image])), [data]);

  const choose = useCallback(
    (variants: readonly StaffVariant[], value: string | null | undefined): void => {
      const [first] = variants;
      if (first === undefined) return;
      openPictureChooser({
        productId,
        of: variants.length === 1 ? first.name : count(variants.length, 'variant'),
        value,
        onChoose: (mediaId) =>
          edit(variants.map((variant) => ({ variant, column: 'mediaId', text: mediaId ?? '' }))),
      });
    },
    [productId, edit],
  );

  return { pictures, choose };
}
