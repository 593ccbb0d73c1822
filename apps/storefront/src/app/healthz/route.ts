export const dynamic = 'force-dynamic';

/** Says that this process answers; the API has its own checks. */
export function GET(): Response {
  return Response.json({ status: 'ok' }, { headers: { 'cache-control': 'no-store' } });
}
