'use client';

import { Button, Skeleton, Text, UnstyledButton } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useQuery } from '@tanstack/react-query';
import { ImageOff } from 'lucide-react';
import Link from 'next/link';
import { ErrorState } from '../../components/error-state.tsx';
import { ProductThumbnail } from '../../components/product-thumbnail.tsx';
import { useTRPC } from '../../lib/api.ts';
import classes from './picture-chooser.module.css';

const modalId = 'variant-picture';

interface PictureChooserProps {
  readonly productId: string;
  /** Of which variant, or how many. */
  readonly of: string;
  /** What is chosen now; null: none of its own, undefined: several. */
  readonly value: string | null | undefined;
  readonly onChoose: (mediaId: string | null) => void;
}

export function openPictureChooser(props: PictureChooserProps): void {
  modals.open({
    modalId,
    title: `Picture of ${props.of}`,
    children: <PictureChooser {...props} />,
  });
}

/** The pictures of the product, of which a variant shows one. */
function PictureChooser({ productId, value, onChoose }: PictureChooserProps) {
  const trpc = useTRPC();
  const media = useQuery(trpc.products.staff.media.list.queryOptions({ productId }));
  if (media.isError) return <ErrorState error={media.error} onRetry={() => void media.refetch()} />;
  if (media.data === undefined) return <Skeleton h={160} role="status" aria-label="Loading the pictures" />;

  function choose(mediaId: string | null): void {
    modals.close(modalId);
    onChoose(mediaId);
  }

  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">
        The page, carts and orders show it for this variant; without one, the main picture.
      </Text>
      <div className={classes.grid}>
        <UnstyledButton className={classes.choice} aria-pressed={value === null} onClick={() => choose(null)}>
          <span className={classes.none}>
            <ImageOff size={22} strokeWidth={1.6} aria-hidden />
          </span>
          <Text size="xs">No own picture</Text>
        </UnstyledButton>
        {media.data.items.map(({ id, image }, index) => (
          <UnstyledButton
            key={id}
            className={classes.choice}
            aria-pressed={value === id}
            aria-label={`Picture ${index + 1}${image.alt === '' ? '' : `: ${image.alt}`}`}
            onClick={() => choose(id)}
          >
            <ProductThumbnail image={image} size={88} />
            <Text size="xs" c="dimmed" truncate maw={88} aria-hidden>
              {image.alt === '' ? `Picture ${index + 1}` : image.alt}
            </Text>
          </UnstyledButton>
        ))}
      </div>
      {media.data.items.length === 0 && (
        <Button
          component={Link}
          href={`/products/${productId}/media`}
          variant="default"
          mt="md"
          onClick={() => modals.close(modalId)}
        >
          Add pictures
        </Button>
      )}
    </>
  );
}
