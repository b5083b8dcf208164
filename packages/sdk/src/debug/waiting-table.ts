/** The counts that wait, a row a cell, under the fact that they are of; what has changed is lit up for a moment. */
import type { Increment } from '@holloway/protocol';
import type { Build } from '../banner/element.ts';
import type { Taken } from '../transport/pending.ts';
import { createKeyedList } from './keyed-list.ts';

const LIT_MS = 2_000;
const MARKS = ['', 'new today', 'new in 28 days'];

interface Row {
  /** Of a batch, of a fact in it, or of a cell. */
  readonly of: 'batch' | 'fact' | 'cell';
  readonly head: string;
  /** Of a heading: none. */
  readonly count: string | null;
}

function countOf([, , n, first = 0, total = 0]: Increment): string {
  return [String(n), ...(total > 0 ? [`total ${total}`] : []), ...(first > 0 ? [MARKS[first]] : [])].join(
    ', ',
  );
}

function rowsOf({ day, slices, increments }: Taken, index: number): [key: string, row: Row][] {
  const share = [day, ...Object.entries(slices).map((slice) => slice.join(' '))].join(', ');
  const rows: [string, Row][] = [[`${index}`, { of: 'batch', head: share, count: null }]];
  let above: string | null = null;
  for (const cell of [...increments].sort()) {
    const [fact, dimensions] = cell;
    if (fact !== above) rows.push([`${index} ${fact}`, { of: 'fact', head: fact, count: null }]);
    above = fact;
    const head = dimensions.join(' · ') || '(all)';
    rows.push([`${index} ${JSON.stringify([fact, dimensions])}`, { of: 'cell', head, count: countOf(cell) }]);
  }
  return rows;
}

/** @returns Shows what waits in `table`. */
export function createWaitingTable(build: Build, table: Element): (waiting: readonly Taken[]) => void {
  const make = ({ of, head, count }: Row): HTMLTableRowElement =>
    build(
      'tr',
      { className: of },
      build('th', count === null ? { scope: 'colgroup', colSpan: 2 } : { scope: 'row' }, head),
      count === null ? null : build('td', {}),
    );
  const fill = (row: HTMLTableRowElement, { count }: Row): void => {
    const cell = row.querySelector('td');
    if (!cell || cell.textContent === count) return;
    cell.textContent = count;
    // In one step, so that nothing moves.
    row.animate?.([{ backgroundColor: 'Mark', color: 'MarkText' }, {}], {
      duration: LIT_MS,
      easing: 'step-end',
    });
  };
  const show = createKeyedList(table, make, fill);
  return (waiting) => show(waiting.flatMap(rowsOf));
}
