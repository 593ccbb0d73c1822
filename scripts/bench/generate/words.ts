import { createRandom, pick } from './random.ts';

function list(text: string): readonly string[] {
  return text.trim().split(/\s+/u);
}

export const nouns = list(`
  jacket shirt sweater cardigan coat parka vest hoodie trousers jeans shorts skirt dress blouse scarf gloves beanie hat belt socks
  boots sneakers sandals loafers slippers backpack tote satchel wallet purse lamp lantern candle vase mirror clock rug blanket
  pillow cushion curtain towel sheet duvet chair stool bench table desk shelf cabinet dresser kettle teapot mug cup plate bowl
  tray knife fork spoon pan skillet pot wok grater whisk ladle board apron jar bottle flask thermos tent hammock tarpaulin stove
  headlamp compass rope carabiner helmet paddle racket ball bicycle saddle pump pannier bell pedal notebook pencil pen ink
  envelope planner easel brush palette keyboard speaker headphones charger tripod puzzle kite doll train drum guitar ukulele
`);

export const adjectives = list(`
  quiet bright sturdy gentle nimble rugged slim wide classic modern rustic heavy light warm cool soft crisp bold plain fine
  folding stacking hanging rolling pocket travel garden kitchen winter summer evening morning weekend studio harbour meadow
  alpine coastal northern southern urban woodland river lakeside desert island vintage everyday hooded padded woven knitted
  brushed quilted ribbed pleated striped waxed waterproof insulated recycled organic handmade reversible adjustable
`);

/** The words that any text has most of, commonest first. */
export const commonWords = list(`
  the of and to a in for is on that by this with it not or be are from at as your all have new more an was we will can us about
  if my has but our one other do no they he up may what which their out use any there see only so his when here who also now
`);

export const materials = list(`
  cotton linen wool merino cashmere silk denim canvas leather suede corduroy fleece velvet flannel bamboo hemp oak walnut ash
  pine beech maple cork rattan steel brass copper iron aluminium titanium glass ceramic porcelain stoneware marble granite enamel
`);

export const colours: readonly (readonly [name: string, hex: string])[] = [
  ['Moss', '#6b7a4b'],
  ['Slate', '#5c6670'],
  ['Rust', '#a4532f'],
  ['Cream', '#efe6d3'],
  ['Navy', '#23304d'],
  ['Charcoal', '#3a3a3c'],
  ['Sand', '#d3bf9c'],
  ['Plum', '#5d3a52'],
  ['Teal', '#2f6d6a'],
  ['Ochre', '#c08a2d'],
  ['Rose', '#c98c8c'],
  ['Sky', '#9bb8d1'],
  ['Forest', '#2e4a36'],
  ['Brick', '#8f3f33'],
  ['Ivory', '#f4efe4'],
  ['Coal', '#222224'],
];

export const sizes = ['Small', 'Medium', 'Large', 'Extra large'];

const onsets = list(
  'b br c ch cl cr d dr f fl g gl gr h j k l m n p pl pr qu r s sh sk sl sp st t th tr v w',
);
const vowels = list('a e i o u ai ea ee oa ou');
const codas = list('b ck d ft g l ld lm lt m mp n nd ng nt p r rd rk rm rn rt s sk st t x');

/** Thousands of words that read like English and mean nothing, the same ones in every run. */
export function inventWords(count: number, seed: number): string[] {
  const random = createRandom(seed);
  const words = new Set<string>();
  while (words.size < count) {
    let word = '';
    const syllables = 1 + Math.floor(random() * 2.6);
    for (let index = 0; index < syllables; index += 1) word += pick(random, onsets) + pick(random, vowels);
    words.add(word + pick(random, codas));
  }
  return [...words];
}
