import { isUniqueViolation } from '@turing/db';
import type { ShopError } from '@turing/domain';

/** Waits for a write; when something else has what must be unique, that is `taken` and no defect. */
export async function refuseTaken<Result>(write: Promise<Result>, taken: ShopError): Promise<Result> {
  try {
    return await write;
  } catch (error) {
    throw isUniqueViolation(error) ? taken : error;
  }
}
