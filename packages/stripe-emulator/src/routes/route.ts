import type { Context } from '../context.ts';
import type { Params } from '../params.ts';

export interface ApiRequest {
  params: Params;
  /** The parts of the path that the route names: `:id` and `:child`. */
  id: string;
  child: string;
}

export interface Route {
  method: 'DELETE' | 'GET' | 'POST';
  path: string;
  handle: (ctx: Context, request: ApiRequest) => object;
}

export interface RouteMatch {
  route: Route;
  id: string;
  child: string;
}

export function matchRoute(routes: Route[], method: string, path: string): RouteMatch | undefined {
  const parts = path.split('/');
  for (const route of routes) {
    if (route.method !== method) continue;
    const found = matchPath(route.path.split('/'), parts);
    if (found) return { route, id: found[':id'] ?? '', child: found[':child'] ?? '' };
  }
  return undefined;
}

function matchPath(pattern: string[], parts: string[]): Record<string, string> | undefined {
  if (pattern.length !== parts.length) return undefined;
  const found: Record<string, string> = {};
  for (const [index, name] of pattern.entries()) {
    const part = parts[index] ?? '';
    if (name.startsWith(':') && part !== '') found[name] = part;
    else if (name !== part) return undefined;
  }
  return found;
}
