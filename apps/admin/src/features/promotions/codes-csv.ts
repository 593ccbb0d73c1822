import type { RouterOutputs } from '@turing/client';

export type CodePage = RouterOutputs['orders']['staff']['promotions']['codes'];

/** One code per line with how often it may be and was used; codes are letters, digits, hyphens and underscores. */
export function codesCsv(codes: CodePage['items']): string {
  const rows = codes.map(({ code, usageLimit, uses, createdAt }) =>
    [code, usageLimit ?? '', uses, createdAt].join(','),
  );
  return `${['code,usage_limit,uses,created_at', ...rows].join('\r\n')}\r\n`;
}
