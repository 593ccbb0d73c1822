import type { Services } from '../../context.ts';

const usual = 14;

/** Days in which who asked to be deleted may change their mind. */
export function graceDaysOf({ erasureGraceDays = usual }: Pick<Services, 'erasureGraceDays'>): number {
  return erasureGraceDays;
}
