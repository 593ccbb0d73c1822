import { createHash, randomBytes } from 'node:crypto';
import { insertRow } from '@turing/db/testing';
import { key } from '../shop.ts';
import { anyoneMay, type OwnershipCases, ownedBy } from './case.ts';

/** Knowing an invitation's link is the right to it; the row's id and hash are not the link. */
function invitationCase(rest: object) {
  return ownedBy(async (shop) => {
    const token = randomBytes(32).toString('base64url');
    const hash = createHash('sha256').update(token).digest('hex');
    const inviter = await shop.factories.createStaff({ role: 'owner' });
    const email = `${hash.slice(0, 12)}@turing.example`;
    const { id } = await insertRow(shop.db.pool, 'staff_invitation', {
      email,
      role: 'support',
      token_hash: hash,
      invited_by: inviter.id,
      expires_at: '2099-01-01T00:00:00Z',
    });
    const guesses = [hash, hash.slice(0, 43), id.padEnd(43, '-'), `${token.slice(1)}A`, '_'.repeat(43)];
    return {
      owner: {},
      input: { token, ...rest },
      attempts: guesses.map((guess) => ({ token: guess, ...rest })),
      secrets: [id, email],
    };
  });
}

/** What a member of staff does about their own account: other staff are strangers there. */
export const staffCases: OwnershipCases = {
  'customers.staff.own.sessions': ownedBy((_shop, { clerk }) => ({
    owner: clerk.visitor,
    input: undefined,
    secrets: [clerk.otherSessionId],
    isAnswered: true,
  })),
  'customers.staff.own.history': ownedBy(async (shop, { clerk }) => {
    const { rows } = await shop.db.pool.query<{ id: string }>(
      `INSERT INTO staff_security_event (staff_id, event, address) VALUES ($1, 'sign_in', '203.0.113.77') RETURNING id`,
      [clerk.id],
    );
    return {
      owner: clerk.visitor,
      input: {},
      secrets: ['203.0.113.77', ...rows.map(({ id }) => id)],
      isAnswered: true,
    };
  }),
  'customers.staff.own.endSession': ownedBy((_shop, { clerk }) => ({
    owner: clerk.visitor,
    input: { sessionId: clerk.otherSessionId, idempotencyKey: key() },
    secrets: [],
  })),
  'customers.staff.own.endOtherSessions': ownedBy((_shop, { clerk }) => ({
    owner: clerk.visitor,
    input: { idempotencyKey: key() },
    secrets: [],
    isAnswered: true,
  })),
  'customers.staff.setUp.createOwner': anyoneMay('takes the set-up secret, and only while there is no staff'),
  'customers.staff.invitations.view': invitationCase({}),
  'customers.staff.invitations.accept': invitationCase({ name: 'Nia', password: 'lanterns-in-the-harbour' }),
};
