import { forward } from '../../../lib/forward.ts';

export const dynamic = 'force-dynamic';

function handle(request: Request): Promise<Response> {
  return forward(request, new URL(request.url).pathname);
}

export { handle as GET, handle as HEAD };
