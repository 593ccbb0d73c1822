import { z } from 'zod';

type Json = Record<string, unknown>;

/** What else than a UUID names one thing, or opens it. */
const idName = /(?:^|[a-z])(?:id|ids|token|slug|number|code|email)$/iu;
/** Made by the caller for one write; it names nothing that is there. */
const ownKeys = new Set(['idempotencyKey', 'cursor']);

export interface IdPlace {
  /** `rows[].variantId` */
  readonly path: string;
  /** `variantId` */
  readonly name: string;
}

/** Where the input of a procedure names a thing: every UUID, and every text called as such things are called. */
export function idPlacesOf(inputs: readonly z.ZodType[]): IdPlace[] {
  const places = new Map<string, IdPlace>();
  for (const input of inputs) {
    walk(toJson(input), (path, name, schema) => {
      if (ownKeys.has(name)) return;
      const isId = schema['format'] === 'uuid' || (isText(schema) && idName.test(name));
      if (isId || isOpaque(schema)) places.set(path, { path, name });
    });
  }
  return [...places.values()];
}

export interface Sampling {
  readonly idOf: (place: IdPlace) => string;
  /** Whether what may be left out is left out. */
  readonly isBrief?: boolean;
}

/** An input of the right shape, with what `idOf` gives where it names a thing. */
export function sampleInput(inputs: readonly z.ZodType[], sampling: Sampling): unknown {
  const parts = inputs.map((input) => sample(toJson(input), { path: '', name: '' }, sampling));
  return parts.length === 1 ? parts[0] : Object.assign({}, ...parts);
}

function toJson(input: z.ZodType): Json {
  return z.toJSONSchema(input, { io: 'input', unrepresentable: 'any', reused: 'inline' });
}

function walk(
  schema: Json,
  visit: (path: string, name: string, schema: Json) => void,
  at = place('', ''),
): void {
  visit(at.path, at.name, schema);
  for (const [name, child] of Object.entries((schema['properties'] ?? {}) as Record<string, Json>))
    walk(child, visit, place(at.path === '' ? name : `${at.path}.${name}`, name));
  if (isObject(schema['items'])) walk(schema['items'], visit, place(`${at.path}[]`, at.name));
  for (const child of variantsOf(schema)) walk(child, visit, at);
}

function sample(schema: Json, at: IdPlace, sampling: Sampling): unknown {
  if (schema['format'] === 'uuid') return sampling.idOf(at);
  if ('const' in schema) return schema['const'];
  if (Array.isArray(schema['enum'])) return schema['enum'][0] as unknown;
  const first = variantsOf(schema).find((variant) => variant['type'] !== 'null');
  if (first !== undefined) return sample(first, at, sampling);
  if (isObject(schema['properties'])) {
    const required = new Set(sampling.isBrief ? ((schema['required'] ?? []) as string[]) : []);
    const entries = Object.entries(schema['properties'] as Record<string, Json>)
      .filter(([name]) => !sampling.isBrief || required.has(name))
      .map(([name, child]) => [name, sample(child, childOf(at, name), sampling)]);
    return Object.fromEntries(entries) as unknown;
  }
  if (isObject(schema['items'])) return [sample(schema['items'], { ...at, path: `${at.path}[]` }, sampling)];
  if (schema['type'] === 'integer' || schema['type'] === 'number') return Number(schema['minimum'] ?? 1);
  if (schema['type'] === 'boolean') return true;
  return 'x'.repeat(Math.max(16, Number(schema['minLength'] ?? 0)));
}

function place(path: string, name: string): IdPlace {
  return { path, name };
}

function childOf(at: IdPlace, name: string): IdPlace {
  return place(at.path === '' ? name : `${at.path}.${name}`, name);
}

function variantsOf(schema: Json): Json[] {
  return ['anyOf', 'oneOf', 'allOf'].flatMap((key) => (schema[key] ?? []) as Json[]);
}

function isText(schema: Json): boolean {
  return schema['type'] === 'string' || schema['type'] === 'integer' || schema['type'] === 'number';
}

// A schema that says nothing may take anything, ids included.
function isOpaque(schema: Json): boolean {
  return Object.keys(schema).every((key) => key === '$schema' || key === 'default' || key === 'description');
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
