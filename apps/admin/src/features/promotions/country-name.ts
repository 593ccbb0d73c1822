const names = new Intl.DisplayNames('en', { type: 'region' });

/** `US` to `United States`. */
export function countryName(code: string): string {
  return names.of(code) ?? code;
}
