export { parseRendition, type Rendition, renditionKey, renditionPath } from './rendition.ts';
export { renderRendition } from './render-rendition.ts';
export { deletePicture, findSource, findSourceFormat, renderAhead } from './source.ts';
export { sweepMedia } from './sweep-media.ts';
