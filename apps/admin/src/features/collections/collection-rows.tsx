import { Text } from '@mantine/core';
import Link from 'next/link';
import { Ago } from '../../components/moment.tsx';
import { ProductThumbnail } from '../../components/product-thumbnail.tsx';
import { StatusBadge } from '../../components/status.tsx';
import { type CollectionRow, countProducts, kindLabels } from './collection.ts';
import classes from './collections-page.module.css';

export function CollectionRows({ collections }: { collections: readonly CollectionRow[] }) {
  return (
    <ul className={classes.list} aria-label="Collections">
      {collections.map((collection) => (
        <li key={collection.id}>
          <Link href={`/collections/${collection.id}`} className={classes.row}>
            <ProductThumbnail image={collection.image} />
            <span className={classes.name}>
              <Text size="sm" fw={500} truncate component="span" display="block">
                {collection.name}
              </Text>
              <Text size="xs" c="dimmed" truncate component="span" display="block">
                {kindLabels[collection.kind]}
                <span className={classes.wide}> · changed </span>
                <span className={classes.wide}>
                  <Ago at={collection.updatedAt} />
                </span>
              </Text>
              <Text size="xs" c="dimmed" component="span" className={classes.onPhone}>
                {countProducts(collection.productCount)}
              </Text>
            </span>
            <Text size="sm" className={`${classes.wide} tabular`} ta="right" component="span">
              {countProducts(collection.productCount)}
            </Text>
            <PublishedBadge published={collection.published} />
          </Link>
        </li>
      ))}
    </ul>
  );
}

export function PublishedBadge({ published }: { published: boolean }) {
  return published ? (
    <StatusBadge label="Published" color="teal" />
  ) : (
    <StatusBadge label="Hidden" color="gray" />
  );
}
