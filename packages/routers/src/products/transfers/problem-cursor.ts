import { ShopError } from '@turing/domain';
import { z } from 'zod';

const place = z.tuple([z.number().int().min(0), z.number().int().min(0)]);

interface ProblemPlace {
  readonly line: number;
  readonly position: number;
}

export function encodeProblemCursor({ line, position }: ProblemPlace): string {
  return Buffer.from(JSON.stringify([line, position])).toString('base64url');
}

/** Before the first without a cursor. @throws CURSOR_INVALID */
export function decodeProblemCursor(cursor: string | undefined): ProblemPlace {
  if (cursor === undefined) return { line: 0, position: 0 };
  try {
    const [line, position] = place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return { line, position };
  } catch (cause) {
    throw new ShopError('CURSOR_INVALID', undefined, { cause });
  }
}
