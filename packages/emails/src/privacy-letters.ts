import type { PrivacyLetter, PrivacyLetterTemplate } from '@turing/routers';
import type { LetterContent } from './content.ts';
import { shop } from './shop.ts';

type Words = Omit<LetterContent, 'action' | 'eyebrow'> & { readonly label: string };

const words: Readonly<Record<PrivacyLetterTemplate, (day: string) => Words>> = {
  'export-ready': (day) => ({
    subject: `Your data from ${shop.name} is ready`,
    preview: `You can download it until ${day}.`,
    heading: 'Your data is ready',
    paragraphs: [
      `Everything we know about you is in one file. You can download it until ${day}, while you are signed in.`,
      'The file tells a lot about you: keep it where nobody else looks. Did you not ask for it? Then somebody is signed in to your account: choose a new password.',
    ],
    label: 'Download my data',
  }),
  'erasure-announced': (day) => ({
    subject: `Your account at ${shop.name} will be deleted`,
    preview: `On ${day}. Until then you can change your mind.`,
    heading: 'Your account will be deleted',
    paragraphs: [
      `On ${day} your account goes, with your addresses, wishlist and sign-ins. Until then you can change your mind.`,
      'Orders that are under way are finished first. What the books must show of your orders stays, without your name, address or e-mail.',
      'Was it not you? Sign in, keep the account and choose a new password.',
    ],
    label: 'Keep my account',
  }),
  'erasure-called-off': () => ({
    subject: `Your account at ${shop.name} stays`,
    preview: 'It will not be deleted.',
    heading: 'Your account stays',
    paragraphs: ['Your account will not be deleted. Everything is as it was.'],
    label: 'Go to my account',
  }),
  'erasure-done': () => ({
    subject: `Your account at ${shop.name} is deleted`,
    preview: 'This is the last letter about it.',
    heading: 'Your account is deleted',
    paragraphs: [
      'Your account is deleted. What the books must show of your orders stays, without your name, address or e-mail.',
      'This is the last letter we send you about it: we no longer have your address.',
    ],
    label: `Visit ${shop.name}`,
  }),
};

const dayFormat = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });

/** A letter about what becomes of somebody's data. */
export function privacyLetter({ template, path, day }: PrivacyLetter, storefrontUrl: string): LetterContent {
  const { label, ...content } = words[template](day === undefined ? '' : dayFormat.format(new Date(day)));
  return { ...content, eyebrow: 'Your data', action: { label, url: `${storefrontUrl}${path}` } };
}
