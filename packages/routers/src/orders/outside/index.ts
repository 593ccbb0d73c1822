export { askBefore } from './ask-before.ts';
export { type Outside, outsideOf } from './ask-outside.ts';
