export { accountLetter } from './account-letters.ts';
export { privacyLetter } from './privacy-letters.ts';
export { renderEmail } from './render-email.ts';
export { staffInvitation } from './staff-invitation.ts';
export { type EmailTemplate, emailTemplates, templates } from './templates.ts';
