/** When a weekly digest goes out, to whom, and how the latest went, in words. Pure. */
import type {
  DigestDelivery,
  DigestFault,
  DigestReader,
  DigestSettings,
  DigestTried,
} from '@holloway/protocol';
import { inLocale, type Msg, msg, t, tn } from '../words/words.ts';
import { formatDays, formatMoment } from './format.ts';

const weekdays = inLocale((of) => new Intl.DateTimeFormat(of, { weekday: 'long', timeZone: 'UTC' }));
const times = inLocale((of) => new Intl.DateTimeFormat(of, { timeStyle: 'short', timeZone: 'UTC' }));

const DAY_MS = 86_400_000;
/** A Monday at midnight. */
const MONDAY_MS = Date.UTC(2024, 0, 1);

/** @param weekday 1 is Monday. */
export const weekdayName = (weekday: number): string => weekdays().format(MONDAY_MS + (weekday - 1) * DAY_MS);

export const hourName = (hour: number): string => times().format(MONDAY_MS + (hour * DAY_MS) / 24);

const FAULTS: { readonly [fault in DigestFault]: Msg } = {
  'no-mail': msg('no mail server is set up'),
  'mail-unreachable': msg('the mail server cannot be reached'),
  'mail-sign-in': msg('the mail server does not take its name and password'),
  'mail-insecure': msg('the connection to the mail server cannot be made secure'),
  'mail-refused': msg('the mail server takes no letter for this address'),
  'mail-failed': msg('the mail server did not take it'),
  gone: msg('they are gone, or may not read this site any more'),
  'not-allowed': msg('its address leads into a private network, which the collector may not ask'),
  unreachable: msg('it cannot be reached'),
  'too-slow': msg('it took too long to answer'),
  'not-made': msg('it could not be made in time'),
  redirected: msg('it leads elsewhere, which is not followed'),
  status: msg('it answered {status}'),
};

const faultWords = (fault: DigestFault, status: number | null = null): string =>
  t(FAULTS[fault], { status: status ?? '–' });

/** What a digest is set to do. */
export function planWords({ on, weekday, hour, people, webhook }: DigestSettings): string {
  if (!on) return t('No digest is sent.');
  if (people.length === 0 && webhook === null)
    return t('It is on, and goes to nobody yet: choose somebody, or a webhook.');
  return t('It goes out every week: {weekday}, {time}.', {
    weekday: weekdayName(weekday),
    time: hourName(hour),
  });
}

export const receiverName = (person: string | null, readers: readonly DigestReader[]): string =>
  person === null
    ? t('The webhook')
    : (readers.find(({ id }) => id === person)?.name ?? t('Somebody who is gone'));

/** How the latest went to one of them. */
export function deliveryWords({ week, state, attempts, fault, status, sent }: DigestDelivery): string {
  const of = t('The week of {day}', { day: formatDays(week, week) });
  const last = sent === null ? [] : [t('last arrived {time}', { time: formatMoment(sent) })];
  const why = fault === null ? '' : faultWords(fault, status);
  const how =
    state === 'sent'
      ? []
      : state === 'failed'
        ? [t('given up: {why}', { why })]
        : attempts === 0 || fault === null
          ? [t('on its way')]
          : [
              tn(
                attempts,
                '{n} attempt failed, it is tried again: {why}',
                '{n} attempts failed, it is tried again: {why}',
                { why },
              ),
            ];
  return [of, ...how, ...last].join(' · ');
}

/** How one that was sent by hand went, a line each. */
export function triedWords({ mail, webhook, status }: DigestTried): readonly string[] {
  const told = (whom: string, how: DigestFault | 'sent') =>
    `${whom}: ${how === 'sent' ? t('sent') : faultWords(how, status ?? null)}`;
  const lines = [
    ...(mail === undefined ? [] : [told(t('Your own address'), mail)]),
    ...(webhook === undefined ? [] : [told(t('The webhook'), webhook)]),
  ];
  return lines.length === 0 ? [t('There is no mail server and no webhook to send it to.')] : lines;
}
