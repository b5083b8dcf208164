/**
 * Scripts of others that a shop holds back until a visitor agrees: one counts visits, one shows offers. Each sets a
 * cookie with a random value on the shop and asks its server for something, so that none runs unnoticed.
 */
import type { HeldScript } from './consent-tool.ts';

/** Where the scripts come from is another site than the shop. */
export const heldScripts = (origin: string): readonly HeldScript[] => [
  { category: 'analytics', src: `${origin}/visits.js`, cookie: 'visits_id' },
  { category: 'marketing', src: `${origin}/offers.js`, cookie: 'offers_id' },
];

const setCookie = (name: string): string =>
  `document.cookie = '${name}=' + crypto.randomUUID() + '; path=/; max-age=31536000';`;

/** By path; what is not here is answered 204. */
export const OTHERS: Readonly<Record<string, { readonly type: string; readonly body: string }>> = {
  '/visits.js': {
    type: 'text/javascript',
    body: `${setCookie('visits_id')}
navigator.sendBeacon(new URL('/visit', document.currentScript.src), location.pathname);`,
  },
  '/offers.js': {
    type: 'text/javascript',
    body: `${setCookie('offers_id')}
const frame = document.createElement('iframe');
frame.src = new URL('/offers', document.currentScript.src).href;
frame.title = 'Offers';
document.querySelector('main').append(frame);`,
  },
  '/offers': { type: 'text/html', body: '<!doctype html><html lang="en"><title>Offers</title><p>Offers' },
};
