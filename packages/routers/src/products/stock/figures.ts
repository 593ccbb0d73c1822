import type { LevelRow } from '../stock-store.ts';
import type { LevelFigures } from './schemas.ts';

/** A level as a write answers it. */
export function figuresOf(level: LevelRow): LevelFigures {
  const { variantId, locationId, onHand, allocated, backorderLimit } = level;
  return { variantId, locationId, onHand, allocated, backorderLimit };
}
