import { humanise } from '../../lib/format.ts';
import type { CustomerMoment } from './customer.ts';

const staffActions: Readonly<Record<string, string>> = {
  'customers.setTags': 'changed the tags',
  'customers.setGroups': 'changed the groups',
  'customers.addNote': 'wrote a note',
  'customers.editNote': 'changed a note',
  'customers.deleteNote': 'deleted a note',
};

/** What happened with a customer, in a sentence. */
export function momentSentence({ kind, detail, actorName }: CustomerMoment): string {
  switch (kind) {
    case 'registered':
      return 'Made an account.';
    case 'order':
      return `Placed order #${detail ?? ''}.`;
    case 'consent':
      return detail === 'true' ? 'Asked for news and offers.' : 'Asked for no more news and offers.';
    case 'signed_in':
      return detail === null || detail === '' ? 'Signed in.' : `Signed in from ${detail}.`;
    case 'staff': {
      const action = detail ?? '';
      const done = Object.hasOwn(staffActions, action) ? staffActions[action] : null;
      return `${actorName ?? 'A member of staff'} ${done ?? humanise(action.replaceAll('.', ' ')).toLowerCase()}.`;
    }
  }
}
