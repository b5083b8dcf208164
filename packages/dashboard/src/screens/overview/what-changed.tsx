/** Which categories, pages and products gained or lost a share against the compared days, and the way to each of them. */
import { type WhatChanged as Changes, type Shift, type Side, whatChanged } from '@holloway/insight';
import { ALL, type Labels, type Report, type ReportName } from '@holloway/protocol';
import { formatDays } from '../../model/format.ts';
import { categoryName, termName } from '../../model/names.ts';
import { type Comparing, useComparedDays, useComparing } from '../../state/compared.ts';
import { type Screen, writeRoute } from '../../state/route.ts';
import { useView } from '../../state/view.ts';
import { Panel } from '../../ui/panel.tsx';
import { ShiftFigures } from '../../ui/shift-figures.tsx';
import { Failure, Skeleton } from '../../ui/states.tsx';
import { t } from '../../words/words.ts';
import '../../style/what-changed.css';

export function WhatChanged() {
  const { route } = useView();
  const days = useComparedDays();
  if (days === null) return null;
  return (
    <Panel
      title={t('What changed')}
      note={t(
        'Shares of all views that moved by more than chance: {now} compared with {before}. What one visitor views again on a day counts once for that.',
        {
          now: formatDays(days.now.from, days.now.to),
          before: formatDays(days.before.from, days.before.to),
        },
      )}
    >
      {route.slice === ALL ? <AllVisits /> : <OneSlice />}
    </Panel>
  );
}

/** What is put into carts is not kept by slice. */
const AllVisits = () => <Sides products={useComparing('products')} />;
const OneSlice = () => <Sides products={{ state: 'none' }} />;

/** All at once: how many there are says how wide each is. */
function Sides({ products }: { readonly products: Comparing<'products'> }) {
  const categories = useComparing('categories');
  const pages = useComparing('pages');
  if ([categories, pages, products].some(({ state }) => state === 'loading')) return <Skeleton lines={5} />;
  return (
    <div class="what-changed">
      <Categories of={categories} />
      <Pages of={pages} />
      <Products of={products} />
    </div>
  );
}

interface SideProps<R extends ReportName> {
  readonly of: Comparing<R>;
}

function Categories({ of }: SideProps<'categories'>) {
  const sideOf = ({ rows, totals }: Report<'categories'>): Side => ({
    rows: rows.map(({ category, views, visitors }) => ({ key: category, n: views, people: visitors })),
    total: totals.n,
  });
  return (
    <Shifts
      title={t('Categories')}
      screen="categories"
      of={of}
      name={(key, labels) => categoryName(key, labels.category)}
      sideOf={sideOf}
    />
  );
}

function Pages({ of }: SideProps<'pages'>) {
  const sideOf = ({ rows, totals }: Report<'pages'>): Side => ({
    rows: rows.map(({ page, views, visitors }) => ({ key: page, n: views, people: visitors })),
    total: totals.n,
  });
  return (
    <Shifts
      title={t('Pages')}
      screen="pages"
      of={of}
      name={(key, labels) => termName(key, labels.page)}
      sideOf={sideOf}
    />
  );
}

/** Of those that are put into carts; a visit counts once. */
function Products({ of }: SideProps<'products'>) {
  if (of.state !== 'ready' || of.value.now.rows.length === 0) return null;
  const sideOf = ({ rows }: Report<'products'>): Side => {
    const added = new Map<string, number>();
    for (const row of rows) added.set(row.item, (added.get(row.item) ?? 0) + (row.added ?? 0));
    const counted = [...added].map(([key, n]) => ({ key, n, people: n }));
    return { rows: counted, total: counted.reduce((sum, { n }) => sum + n, 0) };
  };
  return (
    <Shifts
      title={t('Products, by what is put into carts')}
      screen="products"
      of={of}
      name={(key, labels) => termName(key, labels.product)}
      sideOf={sideOf}
    />
  );
}

interface ShiftsProps<R extends ReportName> {
  readonly title: string;
  readonly screen: Screen;
  readonly of: Comparing<R>;
  readonly name: (key: string, labels: Labels) => string;
  readonly sideOf: (report: Report<R>) => Side;
}

function Shifts<R extends ReportName>({ title, screen, of, name, sideOf }: ShiftsProps<R>) {
  return (
    <section class="shifts" aria-label={title}>
      <h3 class="eyebrow">{title}</h3>
      {of.state === 'failed' && <Failure error={of.error} onRetry={of.retry} />}
      {of.state === 'none' && (
        <p class="note">{t('These days are kept by month: they cannot be compared day by day.')}</p>
      )}
      {of.state === 'ready' && (
        <Moved
          screen={screen}
          name={(key) => name(key, of.value.now.labels)}
          {...whatChanged(sideOf(of.value.before), sideOf(of.value.now))}
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
