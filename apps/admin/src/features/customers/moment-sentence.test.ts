import { expect, test } from 'vitest';
import type { CustomerMoment } from './customer.ts';
import { momentSentence } from './moment-sentence.ts';

const moment = { id: '1', actorName: null, detail: null, orderId: null, createdAt: '2026-11-22T10:00:00Z' };

test.each<[Partial<CustomerMoment>, string]>([
  [{ kind: 'registered' }, 'Made an account.'],
  [{ kind: 'order', detail: '1042' }, 'Placed order #1042.'],
  [{ kind: 'consent', detail: 'true' }, 'Asked for news and offers.'],
  [{ kind: 'consent', detail: 'false' }, 'Asked for no more news and offers.'],
  [{ kind: 'signed_in', detail: '192.0.2.7' }, 'Signed in from 192.0.2.7.'],
  [{ kind: 'signed_in' }, 'Signed in.'],
  [{ kind: 'staff', detail: 'customers.setTags', actorName: 'Grace' }, 'Grace changed the tags.'],
  [{ kind: 'staff', detail: 'customers.erase' }, 'A member of staff customers erase.'],
  [{ kind: 'staff', detail: 'toString', actorName: 'Grace' }, 'Grace tostring.'],
])('%j reads %j', (change, sentence) => {
  expect(momentSentence({ ...moment, kind: 'registered', ...change })).toBe(sentence);
});
