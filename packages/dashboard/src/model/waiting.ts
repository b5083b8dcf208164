/** What a report says of counts that are not in its rows, in words. Pure. */
import { ALL, type Report } from '@holloway/protocol';
import { t, tn } from '../words/words.ts';
import { formatCount } from './format.ts';

export type Hidden = Pick<Report, 'waiting' | 'other' | 'k' | 'slice'>;

/** What waits is told for all dates. Of a slice it is rounded down to steps of k, so that it is a least number. */
const told = (n: number, slice: string): string =>
  slice === ALL ? formatCount(n) : t('at least {n}', { n: formatCount(n) });

/** Under rows. `null` where there is nothing to say: of a slice that does not mean that nothing waits. */
export function waitingWords({ waiting, other, k, slice }: Hidden): string | null {
  const parts = [
    ...(waiting.n > 0 ? [moreWait(waiting.n, { n: told(waiting.n, slice), k })] : []),
    ...(other > 0
      ? [
          tn(other, '{n} is counted without a name', '{n} are counted without a name', {
            n: told(other, slice),
          }),
        ]
      : []),
  ];
  return parts.length === 0 ? null : t('In all dates: {counts}.', { counts: parts.join('; ') });
}

interface Waiting {
  readonly [name: string]: string | number;
  /** As it is told. */
  readonly n: string;
  readonly k: number;
}

const moreWait = (n: number, values: Waiting): string =>
  values.k === 1
    ? tn(n, '{n} more waits to be settled', '{n} more wait to be settled', values)
    : tn(n, '{n} more waits for {k} browsers each', '{n} more wait for {k} browsers each', values);

const countsWait = (n: number, values: Waiting): string =>
  values.k === 1
    ? tn(
        n,
        'In all dates, {n} count waits to be settled. None is lost: a row shows as soon as it is large enough to point at nobody.',
        'In all dates, {n} counts wait to be settled. None is lost: a row shows as soon as it is large enough to point at nobody.',
        values,
      )
    : tn(
        n,
        'In all dates, {n} count waits until {k} browsers stand behind each. None is lost: a row shows as soon as it is large enough to point at nobody.',
        'In all dates, {n} counts wait until {k} browsers stand behind each. None is lost: a row shows as soon as it is large enough to point at nobody.',
        values,
      );

export interface NoRowsWords {
  readonly title: string;
  readonly text: string;
}

/** In place of rows: too few, a slice that is small, or none. */
export function noRowsWords(
  { waiting, k, slice }: Omit<Hidden, 'other'>,
  { archive }: { readonly archive: boolean },
): NoRowsWords {
  if (waiting.n > 0) {
    return {
      title: t('Too few to show yet'),
      text: countsWait(waiting.n, { n: told(waiting.n, slice), k }),
    };
  }
  if (slice !== ALL) {
    return {
      title: t('Too few visits in this slice'),
      text: t(
        'Too few visits of these days are in this slice to show them, or none. Choose other days or all visits above.',
      ),
    };
  }
  return {
    title: t('Nothing of this kind was counted'),
    text: archive
      ? t('No visit of these days tells it. An imported history may not know it.')
      : t('No visit of these days tells it. Choose other days above.'),
  };
}
