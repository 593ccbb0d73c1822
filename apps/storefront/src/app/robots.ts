import type { MetadataRoute } from 'next';
import { env } from '@/lib/env.ts';

export const dynamic = 'force-dynamic';

export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: '*',
      allow: '/',
      disallow: [
        '/api/',
        '/cart',
        '/checkout',
        '/orders/',
        '/account',
        '/sign-in',
        '/sign-up',
        '/reset-password',
        '/confirm-email',
        '/search',
      ],
    },
    sitemap: `${env().STOREFRONT_URL}/sitemap.xml`,
  };
}
