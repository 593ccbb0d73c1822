export { createMediaHandler } from './handler.ts';
