import { type NextRequest, NextResponse } from 'next/server';
import { findMoved } from './lib/moved.ts';

const owners = { p: 'product', c: 'category', collections: 'collection' } as const;

/** Addresses that were given up lead to today's, for good, with whatever was asked there. */
export default async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl;
  const [, page = '', slug = ''] = pathname.split('/');
  if (!Object.hasOwn(owners, page) || slug === '') return NextResponse.next();
  const moved = await findMoved(owners[page as keyof typeof owners], decode(slug));
  if (moved === null) return NextResponse.next();
  const target = new URL(`/${page}/${encodeURIComponent(moved)}${search}`, request.url);
  return NextResponse.redirect(target, { status: 301, headers: { 'cache-control': 'public, max-age=60' } });
}

function decode(slug: string): string {
  try {
    return decodeURIComponent(slug);
  } catch {
    return slug;
  }
}

export const config = { matcher: ['/p/:slug', '/c/:slug', '/collections/:slug'] };
