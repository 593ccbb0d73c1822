import { rooms } from './rooms.ts';
import type { Scene } from './scene.ts';
import { surfaces } from './surfaces.ts';

const scenes: Readonly<Record<string, Scene>> = { ...rooms, ...surfaces };

// By sort of product first, then by department.
const bySort: Readonly<Record<string, string>> = {
  teatowel: 'pegs',
  apron: 'pegs',
  frypan: 'tabletop',
  knife: 'tabletop',
  board: 'tabletop',
  utensils: 'tabletop',
  plate: 'tabletop',
  clock: 'wall',
  mirror: 'wall',
  print: 'wall',
  shelf: 'wall',
  pendant: 'dining',
  tablelamp: 'evening',
  desklamp: 'desk',
  lantern: 'hills',
  puzzle: 'tabletop',
  boardgame: 'tabletop',
  wallet: 'tabletop',
  tshirt: 'rail',
  hoodie: 'rail',
  sweater: 'rail',
  socks: 'cloth',
  scarf: 'cloth',
  headphones: 'tabletop',
  notebook: 'tabletop',
  pen: 'cloth',
  pencils: 'cloth',
  tray: 'tabletop',
  pouch: 'hall',
};

const byCategory: Readonly<Record<string, string>> = {
  'mugs-cups': 'counter',
  glassware: 'counter',
  'plates-bowls': 'counter',
  'pots-pans': 'counter',
  'cooks-tools': 'counter',
  'coffee-tea': 'counter',
  seating: 'floor',
  'tables-storage': 'floor',
  'desk-organisers': 'desk',
  audio: 'desk',
  'tents-camp': 'hills',
  'bottles-flasks': 'hills',
  luggage: 'hall',
  backpacks: 'hall',
  'totes-crossbody': 'hall',
  'small-leather': 'hall',
  'socks-accessories': 'hall',
  'wooden-toys': 'play',
  'soft-toys': 'play',
  'yoga-movement': 'floor',
  bath: 'bath',
};

/** Where a sort of product is shown in use. */
export function sceneFor(code: string, category: string): Scene {
  const scene = scenes[bySort[code] ?? byCategory[category] ?? 'console'];
  if (scene === undefined) throw new Error(`no scene for ${code}`);
  return scene;
}
