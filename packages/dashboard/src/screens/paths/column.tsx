/** One column of click paths: its node, what became of its views, and the rows one may follow. */
import { useState } from 'preact/hooks';
import { type Direction, type PathColumn, type PathRow, STARTS, type Start } from '../../model/columns.ts';
import { formatCount, formatShare } from '../../model/format.ts';
import { termDetail } from '../../model/names.ts';
import { matches, SearchField } from '../../ui/search-field.tsx';
import { Segmented } from '../../ui/segmented.tsx';

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
  onward: { first: 'Where visits begin', edges: 'Entries', edge: 'No further action', of: 'After' },
  backward: { first: 'Where visits end', edges: 'Exits', edge: 'Visit began here', of: 'Before' },
} as const;

export function Column(props: ColumnProps) {
  const { column, index, direction, start, chosen, name, onChoose, onStart } = props;
  const words = WORDS[direction];
  const [typed, setTyped] = useState('');
  const [limit, setLimit] = useState(AT_ONCE);
  const found = column.rows.filter(({ node }) => matches(typed, name(node), node));
  const longest = Math.max(column.edge?.n ?? 0, column.rows[0]?.n ?? 0, 1);
  const title =
    column.node === null ? (start === 'every' ? 'Everything viewed' : words.first) : name(column.node);
  const eyebrow = column.node === null ? 'Start' : words.of;
  const label = column.node === null ? title : `${words.of} ${title}`;
  return (
    <section class="column" aria-label={label} data-column={index}>
      <header class="column-head">
        <div class="column-kind">
          <p class="eyebrow">{eyebrow}</p>
          {column.node === null && (
            <Segmented
              label="Start with"
              value={start}
              choices={STARTS.map((one) => [one, one === 'every' ? 'All' : words.edges] as const)}
              onChoose={onStart}
            />
          )}
        </div>
        <h3>{title}</h3>
        <p class="column-total">
          {formatCount(column.total)} {column.node === null && start === 'edge' ? 'visits' : 'views'}
        </p>
        <Strip column={column} />
        <SearchField
          label={`Search ${formatCount(column.rows.length)} rows`}
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
              {formatCount(found.length - limit)} more
            </button>
          </li>
        )}
      </ul>
      {found.length === 0 && (
        <p class="note column-none">
          {typed === '' ? 'No move from here is large enough to show.' : `No row contains “${typed.trim()}”.`}
        </p>
      )}
      <Foot column={column} longest={longest} edge={words.edge} />
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
  const detail = again ? 'stayed within it' : termDetail(row.node, name);
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
            {column.edge.n === null && <small>not settled yet, or too few to tell</small>}
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
          <span class="bar-name">Not shown yet</span>
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
          <span class="bar-name">Of earlier days, shown late</span>
          <span class="bar-n">{formatCount(residual)}</span>
        </li>
      )}
    </ul>
  );
}
