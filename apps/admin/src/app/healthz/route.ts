export const dynamic = 'force-dynamic';

/** Whether this process serves; the API has health checks of its own. */
export function GET(): Response {
  return Response.json({ status: 'ok' }, { headers: { 'cache-control': 'no-store' } });
}
