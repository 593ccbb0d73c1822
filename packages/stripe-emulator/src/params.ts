import { invalidParameter, missingParameter } from './errors.ts';
import { parseForm, type FormGroup, type FormValue } from './form-encoding.ts';

const maxMetadataKeys = 50;
const maxMetadataText = 500;

/** The parameters of one request, read by type; every complaint names the parameter as Stripe would. */
export class Params {
  private readonly values: FormGroup;
  private readonly prefix: string;

  constructor(values: FormGroup, prefix = '') {
    this.values = values;
    this.prefix = prefix;
  }

  static parse(text: string): Params {
    return new Params(parseForm(text));
  }

  has(name: string): boolean {
    return name in this.values;
  }

  /** Refuses whatever is not named, so that a parameter the emulator lacks is never ignored in silence. */
  only(...names: string[]): this {
    const unknown = Object.keys(this.values).find((name) => !names.includes(name));
    if (unknown === undefined) return this;
    const path = this.path(unknown);
    throw invalidParameter(
      path,
      `Received unknown parameter: ${path}. The emulator does not cover it.`,
      'parameter_unknown',
    );
  }

  without(name: string): Params {
    const rest = Object.entries(this.values).filter(([key]) => key !== name);
    return new Params(Object.fromEntries(rest), this.prefix);
  }

  text(name: string): string | undefined {
    const value = this.values[name];
    if (value !== undefined && typeof value !== 'string') throw this.invalid(name, 'string');
    return value;
  }

  requiredText(name: string): string {
    const value = this.text(name);
    if (value === undefined || value === '') throw missingParameter(this.path(name));
    return value;
  }

  integer(name: string): number | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    if (/^-?\d{1,15}$/.test(value)) return Number(value);
    throw invalidParameter(this.path(name), `Invalid integer: ${value}`, 'parameter_invalid_integer');
  }

  requiredInteger(name: string, min: number): number {
    const value = this.integer(name);
    if (value === undefined) throw missingParameter(this.path(name));
    if (value >= min) return value;
    const message =
      min === 0 ? 'Invalid non-negative integer' : `This value must be greater than or equal to ${min}.`;
    throw invalidParameter(this.path(name), message, 'parameter_invalid_integer');
  }

  flag(name: string): boolean | undefined {
    const value = this.choice(name, ['true', 'false']);
    return value === undefined ? undefined : value === 'true';
  }

  choice<const T extends string>(name: string, choices: readonly T[]): T | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    const choice = choices.find((candidate) => candidate === value);
    if (choice !== undefined) return choice;
    throw invalidParameter(
      this.path(name),
      `Invalid ${this.path(name)}: must be one of ${choices.join(', ')}`,
    );
  }

  webAddress(name: string): string | undefined {
    const value = this.text(name);
    if (value === undefined || /^https?:$/.test(URL.parse(value)?.protocol ?? '')) return value;
    throw invalidParameter(this.path(name), 'Not a valid URL', 'url_invalid');
  }

  group(name: string): Params | undefined {
    const value = this.values[name];
    return value === undefined ? undefined : this.asGroup(value, name);
  }

  groups(name: string): Params[] {
    return this.list(name).map((value, index) => this.asGroup(value, name, index));
  }

  texts(name: string): string[] | undefined {
    if (!this.has(name)) return undefined;
    return this.list(name).map((value) => {
      if (typeof value !== 'string') throw this.invalid(name, 'array of strings');
      return value;
    });
  }

  metadata(): Record<string, string> {
    const entries = Object.entries(this.values['metadata'] ?? {});
    const isTooLarge = entries.length > maxMetadataKeys;
    if (isTooLarge)
      throw invalidParameter(this.path('metadata'), `Metadata can have at most ${maxMetadataKeys} keys.`);
    return Object.fromEntries(entries.map(([key, value]) => [key, this.metadataValue(key, value)]));
  }

  path(name: string): string {
    return this.prefix === '' ? name : `${this.prefix}[${name}]`;
  }

  private metadataValue(key: string, value: FormValue): string {
    const path = `${this.path('metadata')}[${key}]`;
    if (typeof value !== 'string') throw invalidParameter(path, 'Metadata values must be strings.');
    if (value.length <= maxMetadataText) return value;
    throw invalidParameter(path, `Metadata values can have up to ${maxMetadataText} characters.`);
  }

  private list(name: string): FormValue[] {
    const value = this.values[name];
    if (value === undefined) return [];
    if (!Array.isArray(value)) throw this.invalid(name, 'array');
    return value;
  }

  private asGroup(value: FormValue, name: string, index?: number): Params {
    const path = this.path(name) + (index === undefined ? '' : `[${index}]`);
    if (typeof value === 'object' && !Array.isArray(value)) return new Params(value, path);
    throw invalidParameter(path, 'Invalid object');
  }

  private invalid(name: string, expected: string): Error {
    return invalidParameter(this.path(name), `Invalid ${expected}: ${this.path(name)}`);
  }
}
