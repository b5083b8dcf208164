/** Why a page of the store was not read, in words. Pure. */
import type { SkipReason } from '@holloway/protocol';
import { type Msg, msg } from '../words/words.ts';

export const SKIP_WORDS: { readonly [reason in SkipReason]: Msg } = {
  elsewhere: msg('leads to an address that is not of this site'),
  'not-allowed': msg('is on a private network, which is never asked'),
  unreachable: msg('could not be reached'),
  'too-slow': msg('took too long'),
  'too-large': msg('is too large'),
  redirects: msg('leads on too often'),
  status: msg('was not answered with a page'),
  broken: msg('came damaged'),
  'wrong-type': msg('is no page'),
  forbidden: msg('must not be read, says the robots.txt of the store'),
  'no-sitemap': msg('is no sitemap'),
  'too-deep': msg('is named by a sitemap too far from the first'),
};
