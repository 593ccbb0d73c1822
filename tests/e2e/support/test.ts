import { AxeBuilder } from '@axe-core/playwright';
import { createFactories, type Factories } from '@turing/db/testing';
import { test as base, expect, type Page } from '@playwright/test';
import { Pool } from 'pg';
import { shopUrls } from '../../support/shop-urls.ts';

interface Fixtures {
  /** Rows of a test's own in the database behind the shop. */
  readonly factories: Factories;
  /** Asserts that axe finds nothing serious on the page as it is now. */
  readonly expectAccessible: (page: Page) => Promise<void>;
}

// What a browser itself reports when a page answers 4xx on purpose is not a fault of the page.
const expectedConsole = /Failed to load resource: the server responded with a status of 4\d\d/u;

export const test = base.extend<Fixtures, { pool: Pool }>({
  pool: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the parameter's pattern
    async ({}, use) => {
      const pool = new Pool({ connectionString: shopUrls.database, max: 2 });
      await use(pool);
      await pool.end();
    },
    { scope: 'worker' },
  ],
  factories: async ({ pool }, use) => {
    await use(createFactories(pool));
  },
  page: async ({ page }, use) => {
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' && !expectedConsole.test(message.text())) problems.push(message.text());
    });
    await use(page);
    expect(problems, 'nothing unexpected on the console').toEqual([]);
  },
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the parameter's pattern
  expectAccessible: async ({}, use) => {
    await use(async (page) => {
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze();
      const found = violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
      expect(found, page.url()).toEqual([]);
    });
  },
});

export { expect, shopUrls };
