import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { Drawing } from './definition.ts';

// Built, the thread lies beside the program.
const file = import.meta.url.endsWith('.ts') ? './pdf-thread.ts' : './pdf-thread.mjs';

let pool: Piscina<Drawing, Uint8Array> | null = null;

/**
 * Draws in a thread of its own, which is there while it is needed: a long document takes a second of the processor, and
 * requests would wait for it.
 */
export async function renderPdf(drawing: Drawing): Promise<Uint8Array> {
  pool ??= new Piscina<Drawing, Uint8Array>({
    filename: fileURLToPath(new URL(file, import.meta.url)),
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: 20_000,
  });
  return pool.run(drawing);
}
