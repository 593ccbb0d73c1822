import { expect, it } from 'vitest';
import { createApiSettings } from './api-environment.ts';
import { createStageConfigs } from './config.ts';

const settings = createStageConfigs().map(createApiSettings);

it('keeps secrets out of the plain variables', () => {
  for (const { variables, secretNames } of settings) {
    expect(Object.keys(variables).filter((variable) => variable in secretNames)).toEqual([]);
  }
});

it('never sends a stage to the Stripe emulator, nor over plain HTTP', () => {
  for (const { variables } of settings) {
    expect(variables.STRIPE_API_BASE).toBe('');
    expect(
      [variables.API_URL, variables.STOREFRONT_URL, variables.ADMIN_URL].every((url) =>
        url.startsWith('https://'),
      ),
    ).toBe(true);
  }
});

it('keeps the secrets of stages apart', () => {
  const names = settings.flatMap(({ secretNames }) => Object.values(secretNames));
  expect(new Set(names).size).toBe(names.length);
});
