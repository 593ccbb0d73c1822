import { always, byJob, forDays, kept, nothing, personal, withTheir } from './register.ts';

const aboutStaff = 'about staff, no customer’s';
/** Whoever works here is no customer: accounts of staff are deactivated, and what they did stays explained. */
const employed = kept('a member of staff, not a customer');
const account = withTheir('staff account');

/** What the shop knows of who works here. Staff ask their employer; no customer’s request reaches these. */
export const staffTables = [
  personal('staff', {
    about: 'staff',
    what: 'who works here',
    withheld: { 'email name image': aboutStaff },
    plain: 'id email_verified role active created_at updated_at role_id two_factor_enabled version',
    erasure: employed,
    retention: always('the audit names who did what'),
  }),
  personal('staff_account', {
    about: 'staff',
    what: 'ways to sign in',
    withheld: { 'account_id password access_token refresh_token id_token scope': aboutStaff },
    plain: 'id staff_id provider_id access_token_expires_at refresh_token_expires_at created_at updated_at',
    erasure: employed,
    retention: account,
  }),
  personal('staff_session', {
    about: 'staff',
    what: 'where they are signed in',
    withheld: { 'token ip_address user_agent': aboutStaff },
    plain: 'id staff_id expires_at created_at updated_at ends_at',
    erasure: employed,
    retention: byJob('forget-sign-ins', 'a day after it ends'),
  }),
  personal('staff_verification', {
    about: 'staff',
    what: 'links and codes that were sent',
    withheld: { 'identifier value': aboutStaff },
    plain: 'id expires_at created_at updated_at',
    erasure: employed,
    retention: byJob('forget-sign-ins', 'a day after it ends'),
  }),
  personal('staff_two_factor', {
    about: 'staff',
    what: 'authenticator apps',
    withheld: { 'secret backup_codes': aboutStaff },
    plain: 'id staff_id verified failed_verification_count locked_until',
    erasure: employed,
    retention: account,
  }),
  personal('staff_security_event', {
    about: 'staff',
    what: 'sign-ins and failed ones',
    withheld: { 'event address user_agent': aboutStaff },
    plain: 'id staff_id created_at',
    erasure: employed,
    retention: forDays(400, 'created_at'),
  }),
  personal('staff_invitation', {
    about: 'staff',
    what: 'who was asked to work here',
    withheld: { 'email token_hash': aboutStaff },
    plain: 'id role role_id invited_by expires_at accepted_at revoked_at version created_at',
    erasure: employed,
    retention: forDays(90, 'expires_at'),
  }),
  // What a view keeps names nobody: words and customers are left out when it is saved.
  nothing('saved_view', 'id staff_id name filters shared version created_at updated_at'),
  nothing('staff_role', 'id name description permissions version created_at updated_at'),
  personal('api_token', {
    about: 'staff',
    what: 'tokens of integrations',
    withheld: { 'name prefix token_hash': aboutStaff },
    plain: 'id permissions staff_id expires_at last_used_at revoked_at version created_at',
    erasure: employed,
    retention: always('the audit names the token something was done with'),
  }),
  personal('stock_reservation', {
    what: 'stock kept for somebody; `reference` is in the words of staff and may name a person',
    withheld: { reference: 'tied to nobody’s account' },
    plain: 'id variant_id location_id quantity staff_id draft_id created_at expires_at released_at',
    erasure: kept('the customer’s own name and addresses are taken out of `reference`'),
    retention: forDays(90, 'released_at', {
      where: `t.reference <> 'Forgotten'`,
      clear: `reference = 'Forgotten'`,
    }),
  }),
];
