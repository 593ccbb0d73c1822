const tests = ['**/*.test.ts', '**/*.test.tsx', '**/testing/**'];
const routerPlumbing = ['packages/routers/src/{trpc,context,app-router}.ts', '**/router.ts'];
const stores = ['**/store.ts', '**/*-store.ts'];
const drivers = ['pg', 'pg/**', 'kysely', 'kysely/**', '@prisma/**'];
const domains = ['customers', 'products', 'orders', 'payments'];

/**
 * What a file may not import. `from` and `except` are globs of the importing file; `ban` and `allow` are globs of what
 * it imports, which is a path from the root of the repository for relative imports and the bare name otherwise.
 * Every row that matches a file applies to it. `types: true` lets `import type` through.
 */
export const layerTable = [
  {
    from: ['packages/domain/src/**'],
    except: tests,
    ban: ['**'],
    allow: ['packages/domain/src/**'],
    message: 'domain is pure: it imports nothing but itself',
  },
  {
    from: ['apps/**', 'packages/**', 'infra/**'],
    except: ['packages/stripe-emulator/**'],
    ban: ['@turing/stripe-emulator', '@turing/stripe-emulator/**', 'packages/stripe-emulator/**'],
    message: 'the Stripe emulator serves development and tests only',
  },
  {
    from: ['apps/**', 'packages/**', 'infra/**'],
    ban: ['tests/**', '@turing/tests', '@turing/tests/**'],
    message: 'nobody imports the tests',
  },
  {
    from: ['apps/**', 'packages/**', 'infra/**'],
    except: [...tests, 'packages/*/seed/**'],
    ban: ['**/testing/**', '@turing/*/testing'],
    message: 'factories and test support stay out of production code',
  },
  {
    from: ['packages/routers/src/**'],
    except: [...routerPlumbing, ...tests],
    ban: ['@trpc/**'],
    message: 'only router.ts speaks tRPC',
  },
  {
    from: ['packages/routers/src/**'],
    except: [...stores, ...tests],
    ban: drivers,
    message: 'only store.ts speaks SQL or Prisma',
  },
  {
    from: ['apps/**'],
    except: tests,
    ban: drivers,
    message: 'apps reach the database through the stores of the routers',
  },
  {
    from: ['packages/client/**'],
    ban: ['@turing/routers', '@turing/routers/**', '@turing/db', '@turing/db/**'],
    types: true,
    message: 'the client takes types, never code, from the server',
  },
  {
    from: ['apps/admin/**', 'apps/storefront/**'],
    ban: [
      '@turing/routers',
      '@turing/routers/**',
      '@turing/db',
      '@turing/db/**',
      '@trpc/server',
      '@trpc/server/**',
    ],
    message: 'the client package is the only door of a Next app to the API',
  },
  {
    from: ['infra/**'],
    ban: ['@turing/api', '@turing/api/**', '@turing/worker', '@turing/worker/**'],
    types: true,
    message: 'infra takes the type of the environment, never code',
  },
  {
    from: ['apps/*/src/components/**', 'apps/*/src/lib/**'],
    ban: ['apps/*/src/features/**', 'apps/*/src/app/**'],
    message: 'components and lib know no feature and no page',
  },
  {
    from: ['apps/*/src/features/**'],
    ban: ['apps/*/src/app/**'],
    message: 'a feature knows no page',
  },
  {
    from: ['packages/routers/src/{platform,idempotency}/**'],
    ban: domains.map((domain) => `packages/routers/src/${domain}/**`),
    message: 'what serves every domain knows none',
  },
  ...domains.map((domain, position) => ({
    from: [`packages/routers/src/${domain}/**`],
    ban: domains.slice(position + 1).map((later) => `packages/routers/src/${later}/**`),
    message: 'domains are linear: customers, products, orders, payments; each imports earlier ones only',
  })),
  ...domains.map((domain) => ({
    from: [`packages/routers/src/${domain}/**`],
    except: tests,
    ban: domains.filter((other) => other !== domain).map((other) => `packages/routers/src/${other}/**`),
    allow: ['packages/routers/src/*/index.ts'],
    message: 'one domain enters another by its index.ts',
  })),
];

/** Folders whose subfolders never import each other. */
export const islands = [
  { pattern: /^(apps\/[^/]+\/src\/features)\/([^/]+)\//, message: 'a feature never imports another feature' },
];
