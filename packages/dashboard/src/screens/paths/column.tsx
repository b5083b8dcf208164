/** One column of click paths: its node, what became of its views, and the rows one may follow. */
import { useState } from 'preact/hooks';
import { type Direction, type PathColumn, type PathRow, STARTS, type Start } from '../../model/columns.ts';
import { formatCount, formatShare } from '../../model/format.ts';
import { termDetail } from '../../model/names.ts';
import { matches, SearchField } from '../../ui/search-field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { msg, t, tn } from '../../words/words.ts';

const AT_ONCE = 60;

interface ColumnProps {
  readonly column: PathColumn;
  readonly index: number;
  readonly direction: Direction;
  readonly start: Start;
  readonly chosen: string | null;
  readonly name: (node: string) => string;
  readonly onChoose: (node: string) => void;
  readonly onStart: (start: Start) => void;
}

const WORDS = {
  onward: {
    first: msg('Where visits begin'),
    edges: msg('Entries'),
    edge: msg('No further action'),
    eyebrow: msg('After'),
    of: msg('After {node}'),
  },
  backward: {
    first: msg('Where visits end'),
    edges: msg('Exits'),
    edge: msg('Visit began here'),
    eyebrow: msg('Before'),
    of: msg('Before {node}'),
  },
};

export function Column(props: ColumnProps) {
  const { column, index, direction, start, chosen, name, onChoose, onStart } = props;
  const words = WORDS[direction];
  const [typed, setTyped] = useState('');
  const [limit, setLimit] = useState(AT_ONCE);
  const found = column.rows.filter(({ node }) => matches(typed, name(node), node));
  const longest = Math.max(column.edge?.n ?? 0, column.rows[0]?.n ?? 0, 1);
  const title =
    column.node === null ? (start === 'every' ? t('Everything viewed') : t(words.first)) : name(column.node);
  const eyebrow = column.node === null ? t('Start') : t(words.eyebrow);
  const label = column.node === null ? title : t(words.of, { node: title });
  return (
    <section class="column" aria-label={label} data-column={index}>
      <header class="column-head">
        <div class="column-kind">
          <p class="eyebrow">{eyebrow}</p>
          {column.node === null && (
            <Segmented
              label={t('Start with')}
              value={start}
              choices={STARTS.map((one) => [one, one === 'every' ? t('All') : t(words.edges)] as const)}
              onChoose={onStart}
            />
          )}
        </div>
        <h3>{title}</h3>
        <p class="column-total">
          {column.node === null && start === 'edge'
            ? tn(column.total, '{n} visit', '{n} visits')
            : tn(column.total, '{n} view', '{n} views')}
        </p>
        <Strip column={column} />
        <SearchField
          label={tn(column.rows.length, 'Search {n} row', 'Search {n} rows')}
          value={typed}
          onInput={setTyped}
        />
      </header>
      <ul class="column-rows">
        {found.slice(0, limit).map((row) => (
          <li key={row.node}>
            <Row
              row={row}
              longest={longest}
              name={name(row.node)}
              again={row.node === column.node}
              chosen={row.node === chosen}
              onChoose={() => onChoose(row.node)}
            />
          </li>
        ))}
        {found.length > limit && (
          <li>
            <button type="button" class="quiet more" onClick={() => setLimit(limit + 5 * AT_ONCE)}>
              {t('{n} more', { n: formatCount(found.length - limit) })}
            </button>
          </li>
        )}
      </ul>
      {found.length === 0 && (
        <p class="note column-none">
          {typed === ''
            ? t('No move from here is large enough to show.')
            : t('No row contains “{typed}”.', { typed: typed.trim() })}
        </p>
      )}
      <Foot column={column} longest={longest} edge={t(words.edge)} />
    </section>
  );
}

interface RowProps {
  readonly row: PathRow;
  readonly longest: number;
  readonly name: string;
  /** The column is about the same node. */
  readonly again: boolean;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function Row({ row, longest, name, again, chosen, onChoose }: RowProps) {
  const detail = again ? t('stayed within it') : termDetail(row.node, name);
  return (
    <button type="button" class="path-row" aria-pressed={chosen} onClick={onChoose}>
      <span class="bar-name">
        {name}
        {detail !== null && <small>{detail}</small>}
      </span>
      <span class="bar-n">{formatCount(row.n)}</span>
      <span class="bar-share">{formatShare(row.share)}</span>
      <span class="bar-track" aria-hidden="true">
        <span class="bar-fill" style={{ inlineSize: `${(row.n / longest) * 100}%` }} />
      </span>
    </button>
  );
}

/** What became of the views, as parts of one line: moved on, ended, not shown yet. */
function Strip({ column }: { readonly column: PathColumn }) {
  const part = (n: number) => ({
    inlineSize: `${column.total === 0 ? 0 : (Math.max(0, n) / column.total) * 100}%`,
  });
  const edge = column.edge?.n ?? 0;
  return (
    <span class="strip" aria-hidden="true">
      <span class="strip-moves" style={part(column.total - edge - Math.max(0, column.residual))} />
      <span class="strip-edge" style={part(edge)} />
      <span class="strip-open" style={part(column.residual)} />
    </span>
  );
}

interface FootProps {
  readonly column: PathColumn;
  readonly longest: number;
  readonly edge: string;
}

/** Rows that lead nowhere: where the path ends, and what waits to be shown. */
function Foot({ column, longest, edge }: FootProps) {
  const { total, residual } = column;
  const share = (n: number): string => formatShare(total === 0 ? 0 : n / total);
  return (
    <ul class="column-foot">
      {column.edge !== null && (
        <li class="path-end">
          <span class="bar-name">
            {edge}
            {column.edge.n === null && <small>{t('not settled yet, or too few to tell')}</small>}
          </span>
          <span class="bar-n">{formatCount(column.edge.n)}</span>
          <span class="bar-share">{formatShare(column.edge.share)}</span>
          <span class="bar-track" aria-hidden="true">
            <span class="bar-fill end" style={{ inlineSize: `${((column.edge.n ?? 0) / longest) * 100}%` }} />
          </span>
        </li>
      )}
      {residual > 0 && (
        <li class="path-open">
          <span class="bar-name">{t('Not shown yet')}</span>
          <span class="bar-n">{formatCount(residual)}</span>
          <span class="bar-share">{share(residual)}</span>
          <span class="bar-track" aria-hidden="true">
            <span
              class="bar-fill open"
              style={{ inlineSize: `${Math.min(100, (residual / longest) * 100)}%` }}
            />
          </span>
        </li>
      )}
      {residual < 0 && (
        <li class="path-open">
          <span class="bar-name">{t('Of earlier days, shown late')}</span>
          <span class="bar-n">{formatCount(residual)}</span>
        </li>
      )}
    </ul>
  );
}
