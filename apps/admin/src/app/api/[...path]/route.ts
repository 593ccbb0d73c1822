import { forward } from '../../../lib/forward.ts';

export const dynamic = 'force-dynamic';

function handle(request: Request): Promise<Response> {
  return forward(request, new URL(request.url).pathname.slice('/api'.length));
}

export { handle as DELETE, handle as GET, handle as HEAD, handle as PATCH, handle as POST, handle as PUT };
