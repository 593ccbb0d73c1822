'use client';

import { Text } from '@mantine/core';
import { ProductThumbnail } from '../../components/product-thumbnail.tsx';
import { LevelMenu } from './level-menu.tsx';
import { LevelNote } from './level-note.tsx';
import { OnHandCell } from './on-hand-cell.tsx';
import classes from './stock.module.css';
import { formatUnits, type Level } from './stock.ts';

interface LevelCardsProps {
  readonly levels: readonly Level[];
  readonly ofProduct: boolean;
  readonly onLedger: (level: Level) => void;
}

/** The list on a phone. */
export function LevelCards({ levels, ofProduct, onLedger }: LevelCardsProps) {
  return levels.map((level) => (
    <article
      key={`${level.variantId} ${level.locationId}`}
      className={classes.card}
      aria-label={`${level.sku} at ${level.locationName}`}
    >
      <ProductThumbnail image={level.image} size={44} />
      <div style={{ minWidth: 0 }}>
        <Text size="sm" fw={500} truncate>
          {ofProduct ? level.variantName : level.productName}
        </Text>
        <Text size="xs" c="dimmed" truncate>
          {ofProduct ? level.sku : `${level.variantName} · ${level.sku}`}
        </Text>
        <Text size="xs" c="dimmed" truncate>
          {level.locationName}
        </Text>
      </div>
      <LevelMenu level={level} onLedger={onLedger} />
      <div className={classes.figures}>
        <span>
          <OnHandCell level={level} /> on hand
        </span>
        <span className="tabular">{formatUnits(level.allocated)} promised</span>
        <span className="tabular">{formatUnits(level.available)} available</span>
        <LevelNote level={level} />
      </div>
    </article>
  ));
}
