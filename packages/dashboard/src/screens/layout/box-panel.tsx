/** All that is known of the box that is chosen: its rates, how sure they are, and what would make them surer. */
import type { Labels } from '@holloway/protocol';
import { IntervalBar } from '../../charts/interval-bar.tsx';
import { formatCount, formatShare } from '../../model/format.ts';
import { type BoxFigures, RATES, type Rate, type ShareRate } from '../../model/layout-figures.ts';
import { formatMoney } from '../../model/money.ts';
import type { Share } from '../../model/share.ts';
import type { Box } from '../../model/wireframe.ts';
import { intervalWords } from '../../ui/rate.tsx';
import { msg, t, tn } from '../../words/words.ts';
import { boxName, isShared, itemNames, RATE_MEANINGS, RATE_NAMES } from './rate-words.ts';

interface BoxPanelProps {
  readonly box: Box | null;
  readonly figures: BoxFigures;
  readonly items: readonly string[];
  readonly labels: Labels;
  readonly currency: string;
  /** Which the picture is coloured by. */
  readonly rate: Rate | null;
}

const KINDS = { zone: msg('Region'), slot: msg('Position'), link: msg('Link or button') } as const;

export function BoxPanel({ box, figures, items, labels, currency, rate }: BoxPanelProps) {
  if (box === null) {
    return (
      <aside class="box-panel" aria-label={t('The box that is chosen')}>
        <p class="note">
          {t('Point at a box, or go from box to box with the arrow keys, to see its figures here.')}
        </p>
      </aside>
    );
  }
  return (
    <aside class="box-panel" aria-label={t('The box that is chosen')}>
      <p class="eyebrow">
        {t(KINDS[box.kind])}
        {isShared(box.page) && `, ${t('on all pages')}`}
      </p>
      <h3>{boxName(box.element, labels)}</h3>
      {items.length > 0 && <p class="box-items">{itemNames(items, labels)}</p>}
      <dl>
        {RATES.filter((one) => figures[one] !== undefined).map((one) => (
          <div key={one} class={one === rate ? 'box-rate chosen' : 'box-rate'}>
            <dt title={t(RATE_MEANINGS[one])}>{t(RATE_NAMES[one])}</dt>
            {one === 'valuePerExposure' ? (
              <Value value={figures.valuePerExposure ?? null} currency={currency} />
            ) : (
              <ShareWords share={figures[one] as Share} inViews={isInViews(one)} />
            )}
          </div>
        ))}
      </dl>
    </aside>
  );
}

const isInViews = (rate: ShareRate): boolean => rate === 'exposure' || rate === 'attractiveness';

const Value = ({ value, currency }: { readonly value: number | null; readonly currency: string }) => (
  <dd>
    <strong>{formatMoney(value, currency)}</strong>
    <small class="box-words">
      {value === null
        ? t('too few to tell')
        : t('a sum of orders: how sure it is cannot be told, for single orders are not kept')}
    </small>
  </dd>
);

function ShareWords({ share, inViews }: { readonly share: Share; readonly inViews: boolean }) {
  const { rate, hits, of, interval, missing } = share;
  if (rate === null) {
    return (
      <dd>
        <strong aria-hidden="true">–</strong>
        <small class="box-words">{t('too few to tell')}</small>
      </dd>
    );
  }
  const counts = { hits: formatCount(hits), of: formatCount(of) };
  return (
    <dd>
      <strong>{formatShare(rate)}</strong>
      {interval !== null && (
        <IntervalBar value={rate} interval={interval} to={Math.max(interval.high, 0.01)} />
      )}
      <small class="box-words">
        {inViews ? t('{hits} of {of} views', counts) : t('{hits} of {of} visits', counts)}
        {interval !== null && (
          <>
            <br />
            {t('with 95% confidence {range}', { range: intervalWords(share) })}
          </>
        )}
      </small>
      {missing !== null && missing > 0 && (
        <small class="box-words missing">
          {inViews
            ? tn(
                missing,
                'Too wide to rely on: needs about {n} more view.',
                'Too wide to rely on: needs about {n} more views.',
                about(missing),
              )
            : tn(
                missing,
                'Too wide to rely on: needs about {n} more visit.',
                'Too wide to rely on: needs about {n} more visits.',
                about(missing),
              )}
        </small>
      )}
    </dd>
  );
}

/** Two digits: more would pretend to know. */
const about = (n: number): { readonly n: string } => ({ n: formatCount(Number(n.toPrecision(2))) });
