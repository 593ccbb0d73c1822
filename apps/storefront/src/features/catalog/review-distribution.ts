/** How many of some reviews gave each number of stars, five first. */
export function toDistribution(
  ratings: readonly number[],
): { stars: number; count: number; share: number }[] {
  return [5, 4, 3, 2, 1].map((stars) => {
    const count = ratings.filter((rating) => rating === stars).length;
    return { stars, count, share: ratings.length === 0 ? 0 : count / ratings.length };
  });
}
