import type { RouterOutputs } from '@turing/client';

type Outputs = RouterOutputs['customers']['staff']['groups'];

export type CustomerGroup = Outputs['get'];
export type GroupMember = Outputs['members']['items'][number];

/** The addresses in a text, however they are parted. */
export function readEmails(text: string): string[] {
  const found = text.match(/[^\s,;<>"']+@[^\s,;<>"']+/gu) ?? [];
  return [...new Set(found.map((email) => email.toLowerCase().replace(/[.]+$/u, '')))];
}

/** `Trade customers` to `trade-customers`. */
export function codeFor(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z\d]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '')
    .slice(0, 40);
}
