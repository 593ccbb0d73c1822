import { expect, it } from 'vitest';
import { createApiSettings } from './api-environment.ts';
import { createStageConfigs } from './config.ts';
import { createWorkerSettings } from './worker-environment.ts';

const settings = createStageConfigs().flatMap((config) => [
  createApiSettings(config),
  createWorkerSettings(config),
]);

it('keeps secrets out of the plain variables', () => {
  for (const { variables, secretNames } of settings) {
    expect(Object.keys(variables).filter((variable) => variable in secretNames)).toEqual([]);
  }
});

it('never sends a stage to the Stripe emulator, nor over plain HTTP', () => {
  for (const { variables } of settings) {
    expect(variables.STRIPE_API_BASE).toBe('');
    expect(Object.values(variables).filter((value) => value.startsWith('http:'))).toEqual([]);
  }
});

it('keeps the secrets of stages and services apart', () => {
  const names = settings.flatMap(({ secretNames: { GIFT_CARD_SECRET: _shared, ...own } }) =>
    Object.values(own),
  );
  expect(new Set(names).size).toBe(names.length);
});

it('gives the services of a stage, and no others, one key of gift cards', () => {
  for (const config of createStageConfigs()) {
    const { secretNames } = createApiSettings(config);
    expect(createWorkerSettings(config).secretNames.GIFT_CARD_SECRET).toBe(secretNames.GIFT_CARD_SECRET);
  }
  const keys = settings.map(({ secretNames }) => secretNames.GIFT_CARD_SECRET);
  expect(new Set(keys).size).toBe(createStageConfigs().length);
});
