/** One `Set-Cookie` header, as `cookies().set` takes it. */
export interface ParsedCookie {
  name: string;
  value: string;
  path?: string;
  maxAge?: number;
  expires?: Date;
  httpOnly?: boolean;
  secure?: boolean;
  sameSite?: 'lax' | 'strict' | 'none';
}

/** Reads what the API set, so that a server action can hand it to the browser. A domain is dropped: the cookie is ours now. */
export function parseSetCookie(header: string): ParsedCookie | null {
  const [pair = '', ...attributes] = header.split(';').map((part) => part.trim());
  const split = pair.indexOf('=');
  if (split < 1) return null;
  const cookie: ParsedCookie = { name: pair.slice(0, split), value: decode(pair.slice(split + 1)) };
  for (const attribute of attributes) readAttribute(cookie, attribute);
  return cookie;
}

function readAttribute(cookie: ParsedCookie, attribute: string): void {
  const [name = '', value = ''] = attribute.split('=');
  switch (name.toLowerCase()) {
    case 'path':
      cookie.path = value;
      break;
    case 'max-age':
      cookie.maxAge = Number(value);
      break;
    case 'expires':
      cookie.expires = new Date(value);
      break;
    case 'httponly':
      cookie.httpOnly = true;
      break;
    case 'secure':
      cookie.secure = true;
      break;
    case 'samesite':
      cookie.sameSite = toSameSite(value);
      break;
    default:
  }
}

function toSameSite(value: string): 'lax' | 'strict' | 'none' {
  const name = value.toLowerCase();
  return name === 'strict' || name === 'none' ? name : 'lax';
}

// Next encodes the value again when it writes the cookie.
function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
