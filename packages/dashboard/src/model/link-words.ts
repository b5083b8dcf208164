/** What is said of a link to a view: who made it, what it shows, until when, and whether anybody uses it. Pure. */
import type { Share } from '@holloway/protocol';
import { t } from '../words/words.ts';
import { formatDays, formatMoment } from './format.ts';

/** For how many days a link may be good. */
export const LINK_DAYS = [7, 30, 90] as const;

export const linkWords = ({ by, view, days, expires, lastUsed }: Share): string =>
  [
    view.name,
    days === null ? t('all days') : formatDays(days.from, days.to),
    t('by {name}', { name: by ?? t('somebody who is gone') }),
    t('until {time}', { time: formatMoment(expires) }),
    lastUsed === null ? t('never used') : t('last used {day}', { day: formatDays(lastUsed, lastUsed) }),
  ].join(' · ');
