/** A node's account: entries + arrivals = views = departures + exits, with what is not shown yet. */
import type { NodeBalance, Side } from '../../model/balance.ts';
import { formatCount, formatShare } from '../../model/format.ts';

interface BalanceSheetProps {
  readonly name: string;
  readonly balance: NodeBalance;
  readonly k: number;
}

export const BalanceSheet = ({ name, balance, k }: BalanceSheetProps) => (
  <section class="balance" aria-label={`Balance of ${name}`}>
    <header>
      <p class="eyebrow">Balance</p>
      <h3>{name}</h3>
      <p class="balance-equation">
        {sideText(balance.in, 'entries', 'arrivals')} = <strong>{formatCount(balance.views)} views</strong> ={' '}
        {sideText(balance.out, 'exits', 'departures')}
      </p>
    </header>
    <SideBar title="In" side={balance.in} views={balance.views} edge="Entries" moves="Arrivals" />
    <SideBar title="Out" side={balance.out} views={balance.views} edge="Exits" moves="Departures" />
    {k > 1 && (balance.in.residual > 0 || balance.out.residual > 0) && (
      <p class="note">
        Not shown yet: moves behind which fewer than {k} browsers stand, and counts of today between two steps
        of {k}. They are in the views, and join the rows later.
      </p>
    )}
  </section>
);

function sideText({ edge, moves, residual }: Side, edgeName: string, movesName: string): string {
  const known = `${formatCount(moves)} ${movesName}`;
  const parts = edge === null ? known : `${formatCount(edge)} ${edgeName} + ${known}`;
  if (residual === 0) return parts;
  return residual > 0
    ? `${parts} + ${formatCount(residual)} not shown yet`
    : `${parts} − ${formatCount(-residual)} of earlier days`;
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
    ...(side.residual > 0 ? [{ name: 'Not shown yet', n: side.residual, class: 'strip-open' }] : []),
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
            <span>{part.n === null ? 'not settled yet' : formatShare(shareOf(part.n, views))}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
