import { createSpotlight } from '@mantine/spotlight';

/** Opens and closes the palette from anywhere; the store also knows which entry Enter follows. */
export const [paletteStore, paletteControls] = createSpotlight();
