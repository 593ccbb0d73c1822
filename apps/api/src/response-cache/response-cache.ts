import { type CatalogueWatch, watchCatalogue } from '@turing/db';
import type { Logger } from '@turing/routers';
import { AnswerCache } from './answer-cache.ts';
import { createFreshness } from './freshness.ts';

interface ResponseCacheOptions {
  readonly databaseUrl: string;
  readonly maxBytes: number;
  readonly logger: Logger;
}

interface ResponseCache {
  readonly answers: AnswerCache;
  readonly close: () => Promise<void>;
}

const reportEveryMs = 60_000;

/** The stored answers of this process, kept right by what the database tells of every process's writes. */
export function startResponseCache({ databaseUrl, maxBytes, logger }: ResponseCacheOptions): ResponseCache {
  const freshness = createFreshness(() => watch.toldUntil());
  const answers = new AnswerCache(freshness, maxBytes);
  const watch: CatalogueWatch = watchCatalogue({
    url: databaseUrl,
    onChange: (change) => freshness.tell(change, performance.now()),
    onError: (cause) => logger.warn('catalogue watch interrupted', { cause: cause.message }),
  });
  const timer = setInterval(report, reportEveryMs);
  timer.unref();

  function report(): void {
    const counts = answers.takeCounts();
    if (Object.values(counts).some((count) => count > 0)) {
      logger.info('response cache', { ...counts, ...answers.size() });
    }
  }

  return {
    answers,
    close: async () => {
      clearInterval(timer);
      report();
      await watch.close();
    },
  };
}
