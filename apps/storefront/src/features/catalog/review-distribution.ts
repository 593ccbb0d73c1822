/** Which share of all reviews gave each number of stars, five first. */
export function toDistribution(
  totals: readonly { readonly rating: number; readonly count: number }[],
): { stars: number; count: number; share: number }[] {
  const all = totals.reduce((sum, { count }) => sum + count, 0);
  return [5, 4, 3, 2, 1].map((stars) => {
    const count = totals.find(({ rating }) => rating === stars)?.count ?? 0;
    return { stars, count, share: all === 0 ? 0 : count / all };
  });
}
