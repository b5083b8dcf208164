/** What a visitor is told before any answer, in banner and privacy centre alike. Pure. */
import type { Messages, SiteConfig } from '@holloway/protocol';
import type { ConsentStatus } from '../holloway.ts';

/** Sentences; empty where there is nothing to tell. */
export const noticesOf = (
  { objection, basis }: Pick<ConsentStatus, 'objection' | 'basis'>,
  { countsRefusals }: Pick<SiteConfig, 'countsRefusals'>,
  messages: Pick<Messages, 'objection' | 'optOut' | 'refusalsCounted'>,
): string =>
  [
    objection && messages.objection,
    basis === 'default' && messages.optOut,
    // A browser that objects to being counted is not counted for refusing either.
    countsRefusals && !objection && messages.refusalsCounted,
  ]
    .filter(Boolean)
    .join(' ');
