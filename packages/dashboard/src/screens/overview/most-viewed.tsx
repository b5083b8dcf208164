/** The categories and pages that are seen most. */
import type { Report } from '@holloway/protocol';
import type { ComponentChildren } from 'preact';
import { categoryName, termDetail, termName } from '../../model/names.ts';
import { screenLink } from '../../shell/navigation.tsx';
import { useReport, useView } from '../../state/view.ts';
import { type Bar, Bars } from '../../ui/bars.tsx';
import { lazy } from '../../ui/lazy.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Reports } from '../../ui/reports.tsx';
import { t } from '../../words/words.ts';

const TOP = 8;

/** Most read the bars. */
const BarTable = lazy(async () => (await import('./later.ts')).BarTable);

/** Page types such as `(home)` are no categories of the shop. */
const isCategory = ({ category }: { readonly category: string }): boolean => !category.startsWith('(');

export const TopCategories = () => (
  <MostViewed
    report="categories"
    title={t('Top categories')}
    label={t('Most viewed categories')}
    all={t('All categories')}
    barsOf={({ rows, labels, totals }) =>
      rows.filter(isCategory).map(({ category, views }) => ({
        key: category,
        name: categoryName(category, labels.category),
        n: views,
        share: views / totals.n,
      }))
    }
  />
);

export const TopPages = () => (
  <MostViewed
    report="pages"
    title={t('Top pages')}
    label={t('Most viewed pages')}
    all={t('All pages')}
    barsOf={({ rows, labels, totals }) =>
      rows.map(({ page, views }) => ({
        key: page,
        name: termName(page, labels.page),
        detail: termDetail(page, termName(page, labels.page)),
        n: views,
        share: views / totals.n,
      }))
    }
  />
);

interface MostViewedProps<R extends 'categories' | 'pages'> {
  readonly report: R;
  readonly title: string;
  readonly label: string;
  /** What the way to all of them is called. */
  readonly all: string;
  readonly barsOf: (report: Report<R>) => readonly Bar[];
}

function MostViewed<R extends 'categories' | 'pages'>(props: MostViewedProps<R>) {
  const { report, title, label, all, barsOf } = props;
  const { route } = useView();
  const asked = useReport<R>(report);
  const drawn = (draw: (bars: readonly Bar[]) => ComponentChildren) => (
    <Reports of={[asked]} lines={TOP}>
      {([told]) => draw(barsOf(told))}
    </Reports>
  );
  return (
    <Panel
      title={title}
      note={t('Pageviews, and their share of all')}
      csv={asked.csv}
      controls={<a href={screenLink(route, report)}>{all}</a>}
      name={report}
      table={() => drawn((bars) => <BarTable caption={label} bars={bars} />)}
    >
      {drawn((bars) => (
        <Bars label={label} bars={bars.slice(0, TOP)} />
      ))}
    </Panel>
  );
}
