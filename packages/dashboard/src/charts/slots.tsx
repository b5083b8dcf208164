/** Positions of a page as a small picture: one tile each, the deeper the colour the more. */
import type { LayoutRow } from '@holloway/protocol';
import type { Position } from '../model/positions.ts';
import { t } from '../words/words.ts';
import '../style/heat.css';

interface SlotsProps {
  readonly positions: readonly Position[];
  readonly perRow: number;
  readonly value: (position: Position) => number | null;
  readonly print: (value: number | null) => string;
  readonly zoneName: (zone: string) => string;
  readonly item: (row: LayoutRow) => string;
  /** Such as `grid/3`: the position, or all of the region, that a link led to. */
  readonly led: string | undefined;
  /** What a position without the figure is told as. */
  readonly missing: string;
}

const DEPTHS = 6;

const LED = {
  'aria-current': true,
  ref: (place: HTMLElement | null): void => place?.scrollIntoView({ block: 'center' }),
} as const;

export function Slots({ positions, perRow, value, print, zoneName, item, led, missing }: SlotsProps) {
  const zones = [...new Set(positions.map(({ zone }) => zone))];
  const largest = Math.max(0, ...positions.map((position) => value(position) ?? 0));
  const depth = (position: Position): string => {
    const figure = value(position);
    if (figure === null) return 'heat-none';
    return `heat-${largest === 0 ? 0 : Math.ceil((figure / largest) * DEPTHS)}`;
  };
  return (
    <div class="zones">
      {zones.map((zone) => (
        <section
          key={zone}
          class="zone"
          {...(zone === led && LED)}
          aria-label={t('Zone {name}', { name: zoneName(zone) })}
        >
          <p class="eyebrow">{zoneName(zone)}</p>
          <ol class="slots" style={{ gridTemplateColumns: `repeat(${perRow}, minmax(0, 1fr))` }}>
            {positions
              .filter((position) => position.zone === zone)
              .map((position) => (
                <li
                  key={position.slot}
                  class={`slot ${depth(position)}`}
                  {...(led === `${zone}/${position.slot}` && LED)}
                >
                  <span class="slot-place">{position.slot ?? t('whole zone')}</span>
                  <strong class="slot-figure">
                    {value(position) === null ? (
                      <>
                        <span aria-hidden="true">–</span>
                        <small>{missing}</small>
                      </>
                    ) : (
                      print(value(position))
                    )}
                  </strong>
                  <span class="slot-item">{itemsOf(position, item)}</span>
                </li>
              ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

/** The product that stood there; where several did, the most clicked and how many more. */
function itemsOf({ items }: Position, name: (row: LayoutRow) => string): string {
  const names = [...new Set(items.map(name))];
  const [first = ''] = names;
  return names.length > 1 ? t('{name} and {n} more', { name: first, n: names.length - 1 }) : first;
}
