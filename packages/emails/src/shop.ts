/** How the shop signs its letters. */
export const shop = {
  name: 'Turing Goods',
  motto: 'Well-made things for everyday life',
  reply: 'Questions? Reply to this e-mail and a person will read it.',
} as const;
