import type { Silhouette } from '../silhouette.ts';
import { cookware } from './cooking.ts';
import { deskware } from './desk.ts';
import { homeware } from './home.ts';
import { outdoorware } from './outdoor.ts';
import { toys } from './play.ts';
import { tableware } from './table.ts';
import { wear } from './wear.ts';
import { wellnessware } from './wellness.ts';

const silhouettes: Readonly<Record<string, Silhouette>> = {
  ...tableware,
  ...cookware,
  ...homeware,
  ...deskware,
  ...outdoorware,
  ...wear,
  ...toys,
  ...wellnessware,
};

/** The silhouette of a sort of product. */
export function silhouetteOf(code: string): Silhouette {
  const silhouette = silhouettes[code];
  if (silhouette === undefined) throw new Error(`no silhouette for ${code}`);
  return silhouette;
}
