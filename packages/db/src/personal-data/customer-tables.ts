import { byJob, forDays, kept, personal, removed, withTheir } from './register.ts';

const own = 't.customer_id = $1';
const key = 'opens the account';
const account = withTheir('account');

/** What the shop knows of who has an account. */
export const customerTables = [
  personal('customer', {
    what: 'who the customer is and how to reach them; tags are words of staff',
    exported: {
      section: 'account',
      columns:
        'id email email_verified name image phone marketing_consent tags two_factor_enabled created_at updated_at',
      where: 't.id = $1',
    },
    plain: 'version',
    erasure: removed,
    // A name somebody typed and never confirmed.
    retention: forDays(60, 'updated_at', {
      where: `not t.email_verified and not exists (select from "order" o where o.customer_id = t.id)
        and not exists (select from customer_session s where s.customer_id = t.id)
        and not exists (select from privacy_request r where r.customer_id = t.id and r.open_key is not null)`,
    }),
  }),
  personal('customer_session', {
    what: 'where and since when the customer is signed in',
    exported: {
      section: 'sessions',
      columns: 'id ip_address user_agent created_at updated_at expires_at',
      where: own,
    },
    withheld: { token: key },
    plain: 'customer_id',
    erasure: removed,
    retention: byJob('forget-sign-ins', 'a day after it ends'),
  }),
  personal('customer_account', {
    what: 'the ways to sign in',
    exported: {
      section: 'waysToSignIn',
      columns: 'id provider_id account_id scope created_at updated_at',
      where: own,
    },
    withheld: {
      'password access_token refresh_token id_token access_token_expires_at refresh_token_expires_at': key,
    },
    plain: 'customer_id',
    erasure: removed,
    retention: account,
  }),
  personal('customer_verification', {
    what: 'links and codes that were sent and not used yet',
    withheld: { 'identifier value': key },
    plain: 'id expires_at created_at updated_at',
    erasure: removed,
    retention: byJob('forget-sign-ins', 'a day after it ends'),
  }),
  personal('customer_address', {
    what: 'addresses in the address book',
    exported: {
      section: 'addresses',
      columns:
        'id name line1 line2 city region postal_code country phone is_default is_default_billing created_at updated_at',
      where: own,
    },
    plain: 'customer_id',
    erasure: removed,
    retention: account,
  }),
  personal('customer_group_member', {
    what: 'groups whose prices the customer gets',
    exported: {
      section: 'groups',
      columns: 'group_id',
      where: own,
      also: { name: '(select g.name from customer_group g where g.id = t.group_id)' },
    },
    plain: 'customer_id',
    erasure: removed,
    retention: account,
  }),
  personal('customer_consent', {
    what: 'each yes and no to marketing',
    exported: {
      section: 'consents',
      columns: 'id purpose granted wording source ip_address created_at',
      where: own,
    },
    plain: 'customer_id',
    erasure: removed,
    retention: account,
  }),
  personal('customer_note', {
    what: 'what staff wrote down about the customer',
    exported: { section: 'notesAboutYou', columns: 'id body created_at updated_at', where: own },
    withheld: { staff_id: 'says which member of staff wrote it' },
    plain: 'customer_id version',
    erasure: removed,
    retention: account,
  }),
  personal('wishlist_item', {
    what: 'what the customer wishes for',
    exported: {
      section: 'wishlist',
      columns: 'variant_id created_at',
      where: own,
      also: {
        product: `(select p.name || ', ' || v.name from product_variant v join product p on p.id = v.product_id where v.id = t.variant_id)`,
      },
    },
    plain: 'customer_id',
    erasure: removed,
    retention: account,
  }),
  personal('customer_passkey', {
    what: 'passkeys, by the name of the device',
    exported: {
      section: 'passkeys',
      columns: 'id name device_type backed_up transports created_at',
      where: own,
    },
    withheld: { 'public_key credential_id aaguid': key },
    plain: 'customer_id counter',
    erasure: removed,
    retention: account,
  }),
  personal('customer_two_factor', {
    what: 'the authenticator app',
    exported: { section: 'authenticatorApps', columns: 'id verified', where: own },
    withheld: { 'secret backup_codes': key },
    plain: 'customer_id failed_verification_count locked_until',
    erasure: removed,
    retention: account,
  }),
  personal('sign_in_throttle', {
    about: 'both',
    what: 'failed tries of an account, address or browser, named by a keyed hash that nothing can be read from',
    withheld: { subject: 'cannot be traced back to a person' },
    plain: 'failures granted retry_at last_at',
    erasure: kept('leads to nobody and is gone in two days'),
    retention: byJob('forget-sign-ins', 'two days'),
  }),
  personal('privacy_request', {
    what: 'wishes to have all data or to be forgotten; `subject` only while an erasure is under way',
    exported: {
      section: 'privacyRequests',
      columns: 'id kind status created_at due_at started_at finished_at expires_at bytes',
      where: own,
    },
    withheld: {
      'subject storage_key open_key': 'machinery of the request',
      staff_id: 'names a member of staff',
    },
    plain: 'customer_id hindrance',
    erasure: kept(
      'proof that it was done; the id leads to nobody any more, `subject` and the file are removed',
    ),
    retention: forDays(3 * 365, 'finished_at', { where: 't.storage_key is null' }),
  }),
];
