/** What a report says of counts that are not in its rows, in words. Pure. */
import { ALL, type Report } from '@holloway/protocol';
import { formatCount } from './format.ts';

export type Hidden = Pick<Report, 'waiting' | 'other' | 'k' | 'slice'>;

/** What waits is told for all dates. Of a slice it is rounded down to steps of k, so that it is a least number. */
const told = (n: number, slice: string): string => (slice === ALL ? '' : 'at least ') + formatCount(n);

/** Under rows. `null` where there is nothing to say: of a slice that does not mean that nothing waits. */
export function waitingWords({ waiting, other, k, slice }: Hidden): string | null {
  const parts = [
    ...(waiting.n > 0
      ? [`${told(waiting.n, slice)} more ${waiting.n === 1 ? 'waits' : 'wait'} ${until(k)}`]
      : []),
    ...(other > 0 ? [`${told(other, slice)} ${other === 1 ? 'is' : 'are'} counted without a name`] : []),
  ];
  return parts.length === 0 ? null : `In all dates: ${parts.join('; ')}.`;
}

const until = (k: number): string => (k === 1 ? 'to be settled' : `for ${k} browsers each`);

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
    const counts = `${told(waiting.n, slice)} ${waiting.n === 1 ? 'count waits' : 'counts wait'}`;
    const end = k === 1 ? 'to be settled' : `until ${k} browsers stand behind each`;
    return {
      title: 'Too few to show yet',
      text: `In all dates, ${counts} ${end}. None is lost: a row shows as soon as it is large enough to point at nobody.`,
    };
  }
  if (slice !== ALL) {
    return {
      title: 'Too few visits in this slice',
      text: 'Too few visits of these days are in this slice to show them, or none. Choose other days or all visits above.',
    };
  }
  return {
    title: 'Nothing of this kind was counted',
    text: `No visit of these days tells it. ${archive ? 'An imported history may not know it.' : 'Choose other days above.'}`,
  };
}
