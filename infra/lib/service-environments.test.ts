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
  const names = settings.flatMap(({ secretNames }) => Object.values(secretNames));
  expect(new Set(names).size).toBe(names.length);
});
