const browsers = [
  ['Edge', /Edg\//u],
  ['Opera', /OPR\//u],
  ['Chrome', /Chrome\/|CriOS\//u],
  ['Firefox', /Firefox\/|FxiOS\//u],
  ['Safari', /Safari\//u],
] as const;
const systems = [
  ['iPhone', /iPhone/u],
  ['iPad', /iPad/u],
  ['Android', /Android/u],
  ['Windows', /Windows/u],
  ['Mac', /Macintosh|Mac OS X/u],
  ['Linux', /Linux/u],
] as const;

/** What a browser says it is, in two words. */
export function deviceOf(userAgent: string): string {
  if (userAgent === '') return 'Unknown device';
  const browser = browsers.find(([, pattern]) => pattern.test(userAgent))?.[0];
  const system = systems.find(([, pattern]) => pattern.test(userAgent))?.[0];
  if (browser === undefined && system === undefined) return userAgent.slice(0, 40);
  return [browser ?? 'A browser', system].filter(Boolean).join(' on ');
}
