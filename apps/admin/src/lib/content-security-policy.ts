/** Scripts run only with this response's nonce; styles stay open because Mantine and the charts write inline ones. */
export function contentSecurityPolicy(
  nonce: string,
  { development, uploadOrigin }: { readonly development: boolean; readonly uploadOrigin: string },
): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self' ${uploadOrigin}`.trim(),
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
