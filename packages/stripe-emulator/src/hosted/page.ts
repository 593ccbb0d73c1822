import { randomText } from '../ids.ts';
import { Html, html } from './html.ts';
import { script } from './script.ts';
import { styles } from './styles.ts';

export interface PageReply {
  status: number;
  headers: Record<string, string>;
  body: string;
}

interface Page {
  title: string;
  body: Html;
  status?: number;
}

export function renderPage({ title, body, status = 200 }: Page): PageReply {
  const nonce = randomText(24);
  const document = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <link rel="icon" href="data:," />
        <title>${title}</title>
        <style nonce="${nonce}">
          ${new Html(styles)}
        </style>
      </head>
      <body>
        <header class="test-mode"><strong>Test mode</strong> — no real money. Use a test card.</header>
        ${body}
        <script nonce="${nonce}">
          ${new Html(script)};
        </script>
      </body>
    </html>`;
  return { status, headers: headersWith(nonce), body: document.text };
}

/** No `form-action`: browsers hold it against the redirect to the shop after a payment, too. */
function headersWith(nonce: string): Record<string, string> {
  const policy = [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
    'img-src http: https: data:',
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  return {
    'cache-control': 'no-store',
    'content-security-policy': policy.join('; '),
    'content-type': 'text/html; charset=utf-8',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  };
}

export function redirectTo(location: string): PageReply {
  return { status: 303, headers: { location, 'cache-control': 'no-store' }, body: '' };
}

interface Message {
  title: string;
  text: string;
  status: number;
  link?: { href: string; label: string } | undefined;
}

export function renderMessage({ title, text, status, link }: Message): PageReply {
  const action = link && html`<p><a class="button" href="${link.href}">${link.label}</a></p>`;
  const body = html`<main class="card">
    <h1>${title}</h1>
    <p class="muted">${text}</p>
    ${action}
  </main>`;
  return renderPage({ title, status, body });
}
