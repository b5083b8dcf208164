/** A share, and how sure it is: the 95 % interval as a line on a track, in digits beside it. */
import { visitsNeeded, wilson } from '@holloway/insight';
import { formatCount, formatShare } from '../model/format.ts';
import { t } from '../words/words.ts';
import '../style/rate.css';

interface RateProps {
  /** Of `of`; `null` where too few. */
  readonly hits: number | null;
  readonly of: number | null;
  /** The share at the end of the track, for rates that are all small. Default 1. */
  readonly longest?: number;
}

/** Wider than this to either side, a share says little: then what it takes is said. */
const WIDE = 0.15;

/** Hits of a whole that is counted apart from them may be more by a visit that passes midnight. */
const within = (hits: number, of: number): number => Math.min(hits, of);

export const shareOf = (hits: number | null, of: number | null): number | null =>
  hits === null || of === null || of <= 0 ? null : within(hits, of) / of;

export function Rate({ hits, of, longest = 1 }: RateProps) {
  const share = shareOf(hits, of);
  if (share === null || hits === null || of === null)
    return (
      <span>
        <span class="visually-hidden">{t('none, or too few')}</span>
        <span aria-hidden="true">–</span>
      </span>
    );
  const interval = wilson(within(hits, of), of);
  if (interval === null) return <span>{formatShare(share)}</span>;
  const { low, high } = interval;
  const more = (high - low) / 2 > WIDE ? visitsNeeded(within(hits, of), of, WIDE) : 0;
  const at = (value: number): number => Math.min(100, (value / longest) * 100);
  const range = t('{low} to {high}', { low: formatShare(low), high: formatShare(high) });
  return (
    <span class="rate">
      <span class="rate-share">{formatShare(share)}</span>
      <svg class="rate-track" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <line x1="0" x2="100" y1="4" y2="4" />
        <line class="rate-range" x1={at(low)} x2={Math.max(at(high), at(low) + 1)} y1="4" y2="4" />
      </svg>
      <small>{more > 0 ? t('about {n} more visits', { n: formatCount(more) }) : range}</small>
    </span>
  );
}
