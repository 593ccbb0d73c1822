export const site = {
  name: 'Turing Goods',
  tagline: 'Well-made things for everyday life',
  description:
    'Turing Goods sells well-made things for everyday life: for the kitchen, the desk, the bedroom and the road.',
} as const;
