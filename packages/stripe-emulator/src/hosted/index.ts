import type { Context } from '../context.ts';
import { answerAuthenticationPage } from './authentication-page.ts';
import { renderMessage, type PageReply } from './page.ts';
import { answerPaymentPage } from './payment-page.ts';

export interface HostedCall {
  method: string;
  url: URL;
  form: string;
}

export function answerHostedPage(ctx: Context, { method, url, form }: HostedCall): PageReply {
  const [, , page, id = ''] = url.pathname.split('/');
  if (page === 'pay') return answerPaymentPage(ctx, { id, method, query: url.searchParams, form });
  if (page === 'authenticate') return answerAuthenticationPage(ctx, { id, method, form });
  return renderMessage({ title: 'Page not found', text: 'There is nothing here.', status: 404 });
}
