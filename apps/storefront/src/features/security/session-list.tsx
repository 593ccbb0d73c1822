import { Monitor } from 'lucide-react';
import { Badge } from '@/components/badge.tsx';
import { Button } from '@/components/button.tsx';
import { formatMoment } from '@/lib/format.ts';
import { endAllSessions, endSession } from './actions.ts';
import type { OwnSession } from './queries.ts';

export function SessionList({ sessions }: { sessions: readonly OwnSession[] }) {
  return (
    <>
      <ul className="border-line divide-line divide-y border-y">
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </ul>
      <form action={endAllSessions}>
        <Button look="secondary">Sign out everywhere</Button>
      </form>
    </>
  );
}

function SessionRow({ session: { id, device, address, lastSeenAt, isCurrent } }: { session: OwnSession }) {
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-4">
      <Monitor aria-hidden="true" className="text-muted size-5 shrink-0" />
      <div className="min-w-0 flex-1 basis-48">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {device}
          {isCurrent && <Badge tone="good">This device</Badge>}
        </p>
        <p className="text-muted text-sm">
          {[address, `last seen ${formatMoment(lastSeenAt)}`].filter(Boolean).join(' · ')}
        </p>
      </div>
      {!isCurrent && (
        <form action={endSession} className="ml-auto">
          <input type="hidden" name="id" value={id} />
          <Button look="quiet" aria-label={`Sign out ${device}`}>
            Sign out
          </Button>
        </form>
      )}
    </li>
  );
}
