import type { AccountLetter, AccountLetterTemplate } from '@turing/routers';
import type { LetterContent } from './content.ts';
import { shop } from './shop.ts';

type Words = Omit<LetterContent, 'action' | 'eyebrow'> & { readonly label: string };

const lookAfter = 'Was it you? Then there is nothing to do.';
const wasNotYou = `Was it not you? Choose a new password at once, under “Forgotten your password?” on the sign-in page. That signs out everybody else.`;

const words: Readonly<Record<AccountLetterTemplate, (letter: AccountLetter) => Words>> = {
  'verify-email': () => ({
    subject: `Confirm your e-mail address for ${shop.name}`,
    preview: 'One more step, and your account is ready.',
    heading: 'Confirm your e-mail address',
    paragraphs: [
      'One more step, and your account is ready. The link works for a day.',
      'Did you not ask for an account? Then leave this letter alone: without the link nothing happens.',
    ],
    label: 'Confirm my address',
  }),
  'account-exists': () => ({
    subject: `You have an account at ${shop.name} already`,
    preview: 'Somebody tried to use your address for another one.',
    heading: 'You have an account already',
    paragraphs: [
      'Somebody, perhaps you, tried to use this address for a new account. There is one already, and nothing about it has changed.',
      'Sign in with your password. If you do not remember it, or never confirmed your address, choose “Forgotten your password?” on that page.',
    ],
    label: 'Sign in',
  }),
  'reset-password': () => ({
    subject: `Choose a new password for ${shop.name}`,
    preview: 'The link works once, for an hour.',
    heading: 'Choose a new password',
    paragraphs: [
      'Somebody, perhaps you, asked for a new password. The link works once, for an hour. Choosing a password signs you out everywhere else.',
      'Did you not ask? Then leave this letter alone: your password stays what it is.',
    ],
    label: 'Choose a new password',
  }),
  'password-changed': () => ({
    subject: `Your password for ${shop.name} was changed`,
    preview: lookAfter,
    heading: 'Your password was changed',
    paragraphs: [lookAfter, wasNotYou],
    label: 'See your security settings',
  }),
  'confirm-email-change': ({ newEmail = '' }) => ({
    subject: `Do you want to change your e-mail address at ${shop.name}?`,
    preview: 'Nothing changes before you say so.',
    heading: 'Change your e-mail address?',
    paragraphs: [
      `Your account is to have the address ${newEmail} from now on. If you agree, we write to that address next; the change is made when it is confirmed there, too.`,
      'Did you not ask for this? Then somebody is signed in to your account: do not use the link, and choose a new password.',
    ],
    label: 'Yes, go on',
  }),
  'verify-new-email': () => ({
    subject: `Confirm your new e-mail address for ${shop.name}`,
    preview: 'The last step of the change.',
    heading: 'Confirm your new address',
    paragraphs: [
      'This is the last step: with the link, this address takes the place of the old one. It works for a day.',
      'Did you not ask for this? Then leave this letter alone: without the link nothing happens.',
    ],
    label: 'Use this address',
  }),
  'email-changed': ({ newEmail = '' }) => ({
    subject: `Your e-mail address at ${shop.name} was changed`,
    preview: `It is ${newEmail} now.`,
    heading: 'Your e-mail address was changed',
    paragraphs: [
      `Your account has the address ${newEmail} now. This is the last letter to the old one.`,
      'Was it not you? Reply to this letter at once: we can give your account back to you.',
    ],
    label: 'See your security settings',
  }),
  'passkey-added': () => ({
    subject: `A passkey was added to your account at ${shop.name}`,
    preview: lookAfter,
    heading: 'A passkey was added',
    paragraphs: [`A device can now sign in to your account without your password. ${lookAfter}`, removeIt],
    label: 'See your security settings',
  }),
  'passkey-removed': () => ({
    subject: `A passkey was removed from your account at ${shop.name}`,
    preview: lookAfter,
    heading: 'A passkey was removed',
    paragraphs: [`One of your devices can no longer sign in by itself. ${lookAfter}`, wasNotYou],
    label: 'See your security settings',
  }),
  'two-factor-on': () => ({
    subject: `Two-step sign-in is on at ${shop.name}`,
    preview: 'Keep your recovery codes in a safe place.',
    heading: 'Two-step sign-in is on',
    paragraphs: [
      'From now on your password alone does not open your account: we ask for a code of your app as well. Keep your recovery codes in a safe place.',
      wasNotYou,
    ],
    label: 'See your security settings',
  }),
  'two-factor-off': () => ({
    subject: `Two-step sign-in is off at ${shop.name}`,
    preview: lookAfter,
    heading: 'Two-step sign-in is off',
    paragraphs: [`Your password alone opens your account again. ${lookAfter}`, wasNotYou],
    label: 'See your security settings',
  }),
};

const removeIt =
  'Was it not you? Remove it on your security page and choose a new password, which signs out everybody else.';

/** A letter about the way into an account. Nothing of it comes from outside but addresses and a link of the shop. */
export function accountLetter(letter: AccountLetter): LetterContent {
  const { label, ...content } = words[letter.template](letter);
  return { ...content, eyebrow: 'Your account', action: { label, url: letter.url } };
}
