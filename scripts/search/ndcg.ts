/**
 * How good a ranking is, from 0 to 1: normalised discounted cumulative gain of its first `depth` results (Järvelin and
 * Kekäläinen 2002), with gains of 2^grade − 1, against the best ranking that the grades allow.
 */
export function ndcg(ranking: readonly string[], grades: ReadonlyMap<string, number>, depth = 10): number {
  const best = [...grades.values()].toSorted((a, b) => b - a);
  const ideal = gainOf(best.slice(0, depth));
  return ideal === 0 ? 1 : gainOf(ranking.slice(0, depth).map((id) => grades.get(id) ?? 0)) / ideal;
}

function gainOf(grades: readonly number[]): number {
  return grades.reduce((sum, grade, index) => sum + (2 ** grade - 1) / Math.log2(index + 2), 0);
}
