/** What an invitation says, and a link for who forgot the password. In the language of the dashboard. Pure. */
import type { PasswordLink } from '@holloway/protocol';
import type { Letter } from './mailer.ts';

const howLong = ({ hours }: PasswordLink): string =>
  `It works once, within ${hours} hours; links made before no longer work.`;

export const invitationLetter = (to: string, link: PasswordLink): Letter => ({
  to,
  subject: 'You are invited to Holloway',
  text: [
    'An owner of the store invites you to its dashboard: what visitors look at, counted anonymously.',
    'Choose a password here, and sign in with this address:',
    link.url,
    `${howLong(link)} If you do not expect this, do nothing.`,
    '',
  ].join('\n\n'),
});

export const linkLetter = (to: string, link: PasswordLink): Letter => ({
  to,
  subject: 'Your link to choose a password for Holloway',
  text: [
    'An owner of the store made a link for you, by which you choose a password:',
    link.url,
    `${howLong(link)} A password that you have goes on working until then.`,
    '',
  ].join('\n\n'),
});
