import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createDatabase, type Database } from '@turing/db';
import { dropDatabase, ensureDatabase, migrateDatabase } from '@turing/db/migrate';
import { fullSize, seedShop } from '@turing/db/seed';
import { createPostgresSearch, type SearchEngine } from '@turing/routers';
import { openThrowawayServer } from '../../tests/support/throwaway-server.ts';
import { gradeProducts, type JudgedProduct, readGoldenSet } from './judgements.ts';
import { ndcg } from './ndcg.ts';

const bar = 0.9;

export interface QueryScore {
  readonly query: string;
  readonly class: string;
  readonly score: number;
  readonly found: readonly string[];
}

/**
 * `npm run search:relevance`: how good the search of the seeded shop is, as NDCG@10 over the golden queries. `--all` names
 * every query that is not perfect with what it found.
 */
export async function main(argv: string[]): Promise<number> {
  const server = await openThrowawayServer();
  const url = new URL(server.url);
  url.pathname = `/turing_relevance_${process.pid}`;
  const mediaDir = mkdtempSync(path.join(tmpdir(), 'turing-relevance-'));
  try {
    await ensureDatabase(url.href);
    await migrateDatabase({ connectionString: url.href });
    await seedShop({
      databaseUrl: url.href,
      mediaDir,
      now: new Date(),
      log: () => undefined,
      // What sold orders equals; a few orders do that as well as many.
      size: { ...fullSize, orders: 300, customers: 60 },
    });
    const scores = await scoreDatabase(url.href);
    return report(scores, argv.includes('--all'));
  } finally {
    await dropDatabase(url.href);
    await server.stop();
    rmSync(mediaDir, { recursive: true, force: true });
  }
}

export async function scoreDatabase(databaseUrl: string): Promise<QueryScore[]> {
  const db = createDatabase({ url: databaseUrl, maxConnections: 2 });
  try {
    return await scoreQueries(createPostgresSearch(db), await loadProducts(db));
  } finally {
    await db.close();
  }
}

async function scoreQueries(engine: SearchEngine, products: readonly JudgedProduct[]): Promise<QueryScore[]> {
  const golden = readGoldenSet();
  const scores: QueryScore[] = [];
  for (const wanted of golden.queries) {
    const grades = gradeProducts(golden, wanted, products);
    if (grades.size === 0) throw new Error(`nothing in the seed answers “${wanted.query}”`);
    const { items } = await engine.search({
      query: wanted.query,
      currency: 'USD',
      sort: 'relevance',
      limit: 10,
      attributes: [],
      brands: [],
      ranges: [],
      inStock: false,
    });
    scores.push({
      query: wanted.query,
      class: wanted.class,
      score: ndcg(
        items.map(({ id }) => id),
        grades,
      ),
      found: items.map(({ id, name }) => `${name} ${grades.get(id) ?? 0}`),
    });
  }
  return scores;
}

async function loadProducts({ pool }: Database): Promise<JudgedProduct[]> {
  const { rows } = await pool.query<JudgedProduct>(`
    select p.id, p.name, p.brand,
      array(select distinct above.slug from product_category pc join category own on own.id = pc.category_id
        join category above on starts_with(own.path || '/', above.path || '/') where pc.product_id = p.id) as categories,
      array(select a.code || ':' || av.code from product_attribute pa join attribute_value av on av.id = pa.attribute_value_id
        join attribute a on a.id = av.attribute_id where pa.product_id = p.id) as attributes,
      (select json_agg(json_build_object('name', v.name, 'sku', v.sku, 'barcode', v.barcode))
        from product_variant v where v.product_id = p.id) as variants
    from product p where p.status = 'active'`);
  return rows;
}

function mean(scores: readonly QueryScore[]): number {
  return scores.reduce((sum, { score }) => sum + score, 0) / scores.length;
}

/** Every third query was never looked at while the ranking was made. */
export function heldOut(scores: readonly QueryScore[]): QueryScore[] {
  return scores.filter((_, index) => index % 3 === 2);
}

function report(scores: readonly QueryScore[], isComplete: boolean): number {
  const classes = Map.groupBy(scores, (score) => score.class);
  for (const [name, own] of classes) {
    console.log(
      `${name.padEnd(12)} ${String(own.length).padStart(3)} queries  NDCG@10 ${mean(own).toFixed(3)}`,
    );
  }
  const overall = mean(scores);
  for (const { query, score, found } of scores.filter((own) => own.score < (isComplete ? 0.999 : 0.7))) {
    console.log(`  ${score.toFixed(3)}  ${query}${isComplete ? `\n         ${found.join(' | ')}` : ''}`);
  }
  console.log(
    `held out     ${String(heldOut(scores).length).padStart(3)} queries  NDCG@10 ${mean(heldOut(scores)).toFixed(3)}`,
  );
  console.log(`all          ${String(scores.length).padStart(3)} queries  NDCG@10 ${overall.toFixed(3)}`);
  if (overall >= bar) return 0;
  console.error(`The search is not good enough: below ${bar.toFixed(2)}.`);
  return 1;
}
