import type { Context } from '../context.ts';
import { noSuch } from '../errors.ts';
import { listNewestFirst, pageParameters } from '../pagination.ts';
import type { StoredEvent } from '../state.ts';
import type { ApiRequest, Route } from './route.ts';

export const eventRoutes: Route[] = [
  { method: 'GET', path: '/v1/events', handle: list },
  { method: 'GET', path: '/v1/events/:id', handle: retrieve },
];

function list(ctx: Context, { params }: ApiRequest): object {
  params.only('type', 'types', ...pageParameters);
  const type = params.text('type');
  const types = params.texts('types');
  const events = [...ctx.state.events.values()]
    .filter((event) => !type || event.type === type)
    .filter((event) => !types || types.includes(event.type));
  return listNewestFirst(events, params, '/v1/events');
}

function retrieve(ctx: Context, { id }: ApiRequest): StoredEvent {
  const event = ctx.state.events.get(id);
  if (!event) throw noSuch('event', id);
  return event;
}
