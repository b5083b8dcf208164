/** Which categories, pages and products gained or lost a share against the compared days, and the way to each of them. */
import {
  type WhatChanged as Changes,
  type Shift,
  type Side,
  tellingOf,
  whatChanged,
} from '@holloway/insight';
import { ALL, type Labels, type Report, type ReportName } from '@holloway/protocol';
import { formatDays } from '../../model/format.ts';
import { categoryName, termName } from '../../model/names.ts';
import { type NamedShift, shiftsCsv } from '../../model/shifts-csv.ts';
import { type Compared, type Comparing, useComparedDays, useComparing } from '../../state/compared.ts';
import { type Screen, writeRoute } from '../../state/route.ts';
import { useView } from '../../state/view.ts';
import { Panel } from '../../ui/panel.tsx';
import { SaveCsv } from '../../ui/save-csv.tsx';
import { ShiftFigures } from '../../ui/shift-figures.tsx';
import { Failure, Skeleton } from '../../ui/states.tsx';
import { type Msg, msg, t } from '../../words/words.ts';
import '../../style/what-changed.css';

type ComparedDays = NonNullable<ReturnType<typeof useComparedDays>>;

export function WhatChanged() {
  const { route } = useView();
  const days = useComparedDays();
  if (days === null) return null;
  return route.slice === ALL ? <AllVisits days={days} /> : <OneSlice days={days} />;
}

interface DaysProps {
  readonly days: ComparedDays;
}

/** What is put into carts is not kept by slice. */
const AllVisits = ({ days }: DaysProps) => <Sides days={days} products={useComparing('products')} />;
const OneSlice = ({ days }: DaysProps) => <Sides days={days} products={{ state: 'none' }} />;

/** A kind of thing whose shares may move. */
interface Kind<R extends ReportName> {
  readonly title: Msg;
  /** Where one of them is found again. */
  readonly screen: Screen;
  /** What a line of the file says that it is. */
  readonly of: string;
  readonly name: (key: string, labels: Labels) => string;
  readonly sideOf: (report: Report<R>) => Side;
}

const CATEGORIES: Kind<'categories'> = {
  title: msg('Categories'),
  screen: 'categories',
  of: 'category',
  name: (key, labels) => categoryName(key, labels.category),
  sideOf: (report) => ({
    rows: report.rows.map(({ category, views, visitors }) => ({ key: category, n: views, people: visitors })),
    total: report.totals.n,
    telling: tellingOf(report),
  }),
};

const PAGES: Kind<'pages'> = {
  title: msg('Pages'),
  screen: 'pages',
  of: 'page',
  name: (key, labels) => termName(key, labels.page),
  sideOf: (report) => ({
    rows: report.rows.map(({ page, views, visitors }) => ({ key: page, n: views, people: visitors })),
    total: report.totals.n,
    telling: tellingOf(report),
  }),
};

/** Of those that are put into carts; a visit counts once. */
const PRODUCTS: Kind<'products'> = {
  title: msg('Products, by what is put into carts'),
  screen: 'products',
  of: 'product',
  name: (key, labels) => termName(key, labels.product),
  sideOf(report) {
    const added = new Map<string, number>();
    for (const row of report.rows) added.set(row.item, (added.get(row.item) ?? 0) + (row.added ?? 0));
    const counted = [...added].map(([key, n]) => ({ key, n, people: n }));
    return {
      rows: counted,
      total: counted.reduce((sum, { n }) => sum + n, 0),
      telling: tellingOf(report),
    };
  },
};

const changesOf = <R extends ReportName>({ sideOf }: Kind<R>, { before, now }: Compared<R>): Changes =>
  whatChanged(sideOf(before), sideOf(now));

function linesOf<R extends ReportName>(kind: Kind<R>, of: Comparing<R>): NamedShift[] {
  if (of.state !== 'ready') return [];
  const { gained, lost } = changesOf(kind, of.value);
  const named = (shift: Shift) => ({
    ...shift,
    of: kind.of,
    name: kind.name(shift.key, of.value.now.labels),
  });
  return [...gained, ...lost].map(named);
}

interface SidesProps extends DaysProps {
  readonly products: Comparing<'products'>;
}

/** All at once: how many there are says how wide each is. */
function Sides({ days, products }: SidesProps) {
  const { site } = useView();
  const categories = useComparing('categories');
  const pages = useComparing('pages');
  const isComing = [categories, pages, products].some(({ state }) => state === 'loading');
  const lines = () => [
    ...linesOf(CATEGORIES, categories),
    ...linesOf(PAGES, pages),
    ...linesOf(PRODUCTS, products),
  ];
  const title = t('What changed');
  return (
    <Panel
      title={title}
      note={`${t(
        'Shares of all views that moved by more than chance: {now} compared with {before}. What one visitor views again on a day counts once for that.',
        {
          now: formatDays(days.now.from, days.now.to),
          before: formatDays(days.before.from, days.before.to),
        },
      )}${site.k > 1 ? ` ${t('What few see on a day is told later, for it waits for others: it is not compared.')}` : ''}`}
      csv={!isComing && <SaveCsv title={title} name="what-changed" text={() => shiftsCsv(lines())} />}
    >
      {isComing ? (
        <Skeleton lines={5} />
      ) : (
        <div class="what-changed">
          <Shifts kind={CATEGORIES} of={categories} />
          <Shifts kind={PAGES} of={pages} />
          {products.state === 'ready' && products.value.now.rows.length > 0 && (
            <Shifts kind={PRODUCTS} of={products} />
          )}
        </div>
      )}
    </Panel>
  );
}

interface ShiftsProps<R extends ReportName> {
  readonly kind: Kind<R>;
  readonly of: Comparing<R>;
}

function Shifts<R extends ReportName>({ kind, of }: ShiftsProps<R>) {
  const title = t(kind.title);
  return (
    <section class="shifts" aria-label={title}>
      <h3 class="eyebrow">{title}</h3>
      {of.state === 'failed' && <Failure error={of.error} onRetry={of.retry} />}
      {of.state === 'none' && (
        <p class="note">{t('These days are kept by month: they cannot be compared day by day.')}</p>
      )}
      {of.state === 'ready' && (
        <Moved
          screen={kind.screen}
          name={(key) => kind.name(key, of.value.now.labels)}
          {...changesOf(kind, of.value)}
        />
      )}
    </section>
  );
}

interface MovedProps extends Changes {
  readonly screen: Screen;
  readonly name: (key: string) => string;
}

function Moved({ gained, lost, ...row }: MovedProps) {
  if (gained.length + lost.length === 0) return <p class="note">{t('Nothing moved by more than chance.')}</p>;
  return (
    <>
      <ShiftList label={t('Gained')} shifts={gained} {...row} />
      <ShiftList label={t('Lost')} shifts={lost} {...row} />
    </>
  );
}

type ShiftListProps = Pick<MovedProps, 'screen' | 'name'> & {
  readonly label: string;
  readonly shifts: readonly Shift[];
};

function ShiftList({ label, shifts, screen, name }: ShiftListProps) {
  const { route } = useView();
  if (shifts.length === 0) return null;
  return (
    <>
      <p class="shift-kind">{label}</p>
      <ul class="shift-list" aria-label={label}>
        {shifts.map(({ key, ...shift }) => (
          <li key={key}>
            <a href={writeRoute({ ...route, screen, options: { find: [key] } })}>{name(key)}</a>
            <ShiftFigures {...shift} />
          </li>
        ))}
      </ul>
    </>
  );
}
