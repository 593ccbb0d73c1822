const secretKey =
  /^(?:authorization|cookie|set-?cookie|pass(?:word|wd)|secret|.*_?token|.*api_?key|client_?secret|stripe-signature|signature|card|card_?number|cvc|cvv|pan)$/iu;
const personalKey =
  /^(?:e-?mail|phone|name|first_?name|last_?name|(?:shipping_?|billing_?)?address|line1|line2|postal_?code|recipient)$/iu;

// Keys and webhook secrets of Stripe, client secrets, JSON web tokens, passwords inside URLs, addresses of mail.
const secretText =
  /\b(?:sk|rk|pk)_(?:test|live)_\w{8,}|\bwhsec_\w{8,}|\b\w+_secret_\w{8,}|\beyJ[\w-]+\.[\w-]+\.[\w-]+|(?<=:\/\/[^\s:/@]*:)[^\s@]+(?=@)/gu;
// Long ids of digits and hyphens are not cards.
const cardText = /(?<![\w-])\d(?:[ -]?\d){12,18}(?![\w-])/gu;
const mailText = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;
// Links of letters may carry their secret in the path.
const secretSegment = /(?<=^\/auth\/.*\/)[\w.~%-]{24,}/gu;
const suspicious = /_|eyJ|@|\d(?:[ -]?\d){12}/u;

const maxDepth = 6;
const maxItems = 100;

/** Text without keys, tokens, card numbers, passwords in URLs or mail addresses. */
export function redactText(text: string): string {
  if (!suspicious.test(text)) return text;
  return text
    .replace(secretText, '[redacted]')
    .replace(cardText, (digits) => (passesLuhn(digits) ? '[redacted]' : digits))
    .replace(mailText, maskMail);
}

function passesLuhn(text: string): boolean {
  const digits = Array.from(text.replace(/\D/gu, ''), Number).reverse();
  const sum = digits.reduce((total, digit, position) => {
    const weighted = position % 2 === 1 ? digit * 2 : digit;
    return total + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
  return sum % 10 === 0;
}

/** Fields of a log record without secrets and personal data, whatever their depth; errors become plain records. */
export function redactFields(fields: Record<string, unknown>, depth = 0): Record<string, unknown> {
  const redacted: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(fields)) {
    redacted[key] = redactField(key, value, depth);
  }
  return redacted;
}

type KeyKind = 'secret' | 'personal' | 'plain';

const kinds = new Map<string, KeyKind>();
const mostKinds = 1000;

// Keys are few and the same in every line.
function kindOf(key: string): KeyKind {
  const known = kinds.get(key);
  if (known !== undefined) return known;
  const kind = judge(key);
  if (kinds.size < mostKinds) kinds.set(key, kind);
  return kind;
}

function judge(key: string): KeyKind {
  if (secretKey.test(key)) return 'secret';
  return personalKey.test(key) ? 'personal' : 'plain';
}

function redactField(key: string, value: unknown, depth: number): unknown {
  if (value === null || value === undefined || typeof value === 'boolean') return value;
  const kind = kindOf(key);
  if (kind === 'secret') return '[redacted]';
  if (key === 'path' && typeof value === 'string')
    return redactText(value.replace(secretSegment, '[redacted]'));
  if (kind === 'personal') return typeof value === 'string' ? maskPersonal(value) : '[redacted]';
  return redactValue(value, depth);
}

function redactValue(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return redactText(value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'function' || typeof value === 'symbol') return undefined;
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (depth >= maxDepth) return '[deeper]';
  if (value instanceof Error) return redactError(value, depth);
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (Array.isArray(value)) return value.slice(0, maxItems).map((item) => redactValue(item, depth + 1));
  return redactFields({ ...value }, depth + 1);
}

function redactError(error: Error, depth: number): Record<string, unknown> {
  return {
    type: error.name,
    message: redactText(error.message),
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    ...(error.stack === undefined ? {} : { stack: redactText(error.stack) }),
    ...(error.cause === undefined ? {} : { cause: redactValue(error.cause, depth + 1) }),
  };
}

function maskPersonal(text: string): string {
  return text.includes('@') ? maskMail(text) : '[redacted]';
}

function maskMail(text: string): string {
  return `${text.charAt(0)}***${text.slice(text.lastIndexOf('@'))}`;
}
