export { createMediaHandler, type MediaHandlerOptions } from './handler.ts';
