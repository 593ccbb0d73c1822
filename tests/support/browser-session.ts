export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: unknown;
}

/** Keeps cookies as a browser does, and says where its page came from. */
export function openBrowserSession(serverUrl: string, origin: string) {
  const cookies = new Map<string, string>();

  async function send(path: string, init: RequestInit): Promise<Answer> {
    const headers = new Headers(init.headers);
    if (cookies.size > 0) headers.set('cookie', cookieHeader());
    headers.set('origin', origin);
    const response = await fetch(`${serverUrl}${path}`, { redirect: 'manual', ...init, headers });
    response.headers.getSetCookie().forEach(remember);
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: text === '' ? null : JSON.parse(text),
    };
  }

  function remember(setCookie: string): void {
    const [pair = '', ...attributes] = setCookie.split('; ');
    const [name, value] = splitOnce(pair, '=');
    if (attributes.includes('Max-Age=0')) cookies.delete(name);
    else cookies.set(name, value);
  }

  function cookieHeader(): string {
    return Array.from(cookies, ([name, value]) => `${name}=${value}`).join('; ');
  }

  return {
    cookies,
    get: (path: string) => send(path, { method: 'GET' }),
    post: (path: string, body: unknown, headers: Record<string, string> = {}) =>
      send(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
  };
}

export type BrowserSession = ReturnType<typeof openBrowserSession>;

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return [text.slice(0, at), text.slice(at + separator.length)];
}
