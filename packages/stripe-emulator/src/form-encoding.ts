export type FormValue = string | FormValue[] | FormGroup;
export interface FormGroup {
  [name: string]: FormValue;
}

/** Reads `a=1&b[c]=2&d[0][e]=3&f[]=4`, the encoding of Stripe's API, into groups and lists. */
export function parseForm(text: string): FormGroup {
  const root = emptyGroup();
  for (const [key, value] of new URLSearchParams(text)) assign(root, pathOf(key), value);
  return settleGroup(root);
}

function emptyGroup(): FormGroup {
  return Object.create(null) as FormGroup;
}

function pathOf(key: string): string[] {
  const [head = '', ...rest] = key.split('[');
  return [head, ...rest.map((part) => part.replace(/\]$/, ''))];
}

function assign(root: FormGroup, path: string[], value: string): void {
  let group = root;
  for (const part of path.slice(0, -1)) {
    const next = group[part];
    const child = isGroup(next) ? next : emptyGroup();
    group[part] = child;
    group = child;
  }
  const last = path.at(-1) ?? '';
  group[last === '' ? String(Object.keys(group).length) : last] = value;
}

function isGroup(value: FormValue | undefined): value is FormGroup {
  return typeof value === 'object' && !Array.isArray(value);
}

function settle(value: FormValue): FormValue {
  if (!isGroup(value)) return value;
  const names = Object.keys(value);
  const isList = names.length > 0 && names.every((name, index) => name === String(index));
  return isList ? Object.values(value).map(settle) : settleGroup(value);
}

function settleGroup(group: FormGroup): FormGroup {
  const settled = emptyGroup();
  for (const [name, value] of Object.entries(group)) settled[name] = settle(value);
  return settled;
}
