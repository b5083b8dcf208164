/** A node's account: entries + arrivals = views = departures + exits, with what is not shown yet. */
import type { NodeBalance, Side } from '../../model/balance.ts';
import { formatCount, formatShare } from '../../model/format.ts';
import { t, tn } from '../../words/words.ts';

interface BalanceSheetProps {
  readonly name: string;
  readonly balance: NodeBalance;
  readonly k: number;
}

export const BalanceSheet = ({ name, balance, k }: BalanceSheetProps) => (
  <section class="balance" aria-label={t('Balance of {name}', { name })}>
    <header>
      <p class="eyebrow">{t('Balance')}</p>
      <h3>{name}</h3>
      <p class="balance-equation">
        {sideText(balance.in, 'in')} = <strong>{tn(balance.views, '{n} view', '{n} views')}</strong> ={' '}
        {sideText(balance.out, 'out')}
      </p>
    </header>
    <SideBar
      title={t('In')}
      side={balance.in}
      views={balance.views}
      edge={t('Entries')}
      moves={t('Arrivals')}
    />
    <SideBar
      title={t('Out')}
      side={balance.out}
      views={balance.views}
      edge={t('Exits')}
      moves={t('Departures')}
    />
    {k > 1 && (balance.in.residual > 0 || balance.out.residual > 0) && (
      <p class="note">
        {t(
          'Not shown yet: moves behind which fewer than {k} browsers stand, and counts of today between two steps of {k}. They are in the views, and join the rows later.',
          { k },
        )}
      </p>
    )}
  </section>
);

const edgeText = (n: number, which: 'in' | 'out'): string =>
  which === 'in' ? tn(n, '{n} entry', '{n} entries') : tn(n, '{n} exit', '{n} exits');

const movesText = (n: number, which: 'in' | 'out'): string =>
  which === 'in' ? tn(n, '{n} arrival', '{n} arrivals') : tn(n, '{n} departure', '{n} departures');

function sideText({ edge, moves, residual }: Side, which: 'in' | 'out'): string {
  const known = movesText(moves, which);
  const parts = edge === null ? known : `${edgeText(edge, which)} + ${known}`;
  if (residual === 0) return parts;
  return residual > 0
    ? `${parts} + ${t('{n} not shown yet', { n: formatCount(residual) })}`
    : `${parts} − ${t('{n} of earlier days', { n: formatCount(-residual) })}`;
}

interface SideBarProps {
  readonly title: string;
  readonly side: Side;
  readonly views: number;
  readonly edge: string;
  readonly moves: string;
}

function SideBar({ title, side, views, edge, moves }: SideBarProps) {
  const parts = [
    { name: moves, n: side.moves, class: 'strip-moves' },
    { name: edge, n: side.edge, class: 'strip-edge' },
    ...(side.residual > 0 ? [{ name: t('Not shown yet'), n: side.residual, class: 'strip-open' }] : []),
  ];
  const whole = parts.reduce((sum, { n }) => sum + (n ?? 0), 0);
  const shareOf = (n: number, of: number): number => (of === 0 ? 0 : n / of);
  return (
    <div class="balance-side">
      <p class="balance-title">{title}</p>
      <span class="strip tall" aria-hidden="true">
        {parts.map((part) => (
          <span
            key={part.name}
            class={part.class}
            style={{ inlineSize: `${shareOf(part.n ?? 0, whole) * 100}%` }}
          />
        ))}
      </span>
      <ul class="legend">
        {parts.map((part) => (
          <li key={part.name}>
            <span class={`swatch ${part.class}`} aria-hidden="true" />
            {part.name} <strong>{formatCount(part.n)}</strong>{' '}
            <span>{part.n === null ? t('not settled yet') : formatShare(shareOf(part.n, views))}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
