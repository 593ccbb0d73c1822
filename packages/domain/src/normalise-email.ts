const gmail = new Set(['gmail.com', 'googlemail.com']);

/**
 * One spelling for addresses that reach the same mailbox, to count by, never to send to: lower case, without what follows a
 * plus, and without the dots that Gmail ignores.
 */
export function normaliseEmail(email: string): string {
  const at = email.lastIndexOf('@');
  const domain = email
    .slice(at + 1)
    .trim()
    .toLowerCase();
  const [local = ''] = email.slice(0, at).trim().toLowerCase().split('+');
  return gmail.has(domain) ? `${local.replaceAll('.', '')}@gmail.com` : `${local}@${domain}`;
}
