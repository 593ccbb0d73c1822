import type { Backdrop } from '../backdrop.ts';
import type { Place } from '../place.ts';

/** A place to show a product in use: what is behind it, where it goes, and how to tell people. */
export interface Scene {
  behind: (backdrop: Backdrop) => string;
  place: Place;
  front?: string;
  /** Finishes "Oat Mug in sage …". */
  words: string;
  /** The colour that fills most of it; the backdrop's floor unless said. */
  colour?: string;
}
