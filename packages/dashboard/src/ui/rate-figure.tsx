/** A share as one of the large figures of a screen: under it what it is of, and how sure it is. */
import { formatCount, formatShare } from '../model/format.ts';
import type { Share } from '../model/share.ts';
import { t } from '../words/words.ts';
import type { FigureProps } from './figures.tsx';
import { intervalWords } from './rate.tsx';

export const rateFigure = (name: string, share: Share, what: string): FigureProps => ({
  name,
  value: formatShare(share.rate),
  note: share.interval === null ? what : <Sure share={share} what={what} />,
});

const Sure = ({ share, what }: { readonly share: Share; readonly what: string }) => (
  <>
    {what} <small>{t('with 95% confidence {range}', { range: intervalWords(share) })}</small>
    {share.missing !== null && share.missing > 0 && (
      <small>{t('about {n} more visits', { n: formatCount(share.missing) })}</small>
    )}
  </>
);
