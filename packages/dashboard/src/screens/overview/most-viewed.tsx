/** The categories and pages that are seen most. */
import { categoryName, termDetail, termName } from '../../model/names.ts';
import { screenLink } from '../../shell/navigation.tsx';
import { useReport, useView } from '../../state/view.ts';
import { Bars } from '../../ui/bars.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Reports } from '../../ui/reports.tsx';
import { t } from '../../words/words.ts';

const TOP = 8;

/** Page types such as `(home)` are no categories of the shop. */
const isCategory = ({ category }: { readonly category: string }): boolean => !category.startsWith('(');

export function TopCategories() {
  const { route } = useView();
  const asked = useReport('categories');
  return (
    <Panel
      title={t('Top categories')}
      note={t('Pageviews, and their share of all')}
      csv={asked.csv}
      controls={<a href={screenLink(route, 'categories')}>{t('All categories')}</a>}
    >
      <Reports of={[asked]} lines={TOP}>
        {([{ rows, labels, totals }]) => (
          <Bars
            label={t('Most viewed categories')}
            bars={rows
              .filter(isCategory)
              .slice(0, TOP)
              .map(({ category, views }) => ({
                key: category,
                name: categoryName(category, labels.category),
                n: views,
                share: views / totals.n,
              }))}
          />
        )}
      </Reports>
    </Panel>
  );
}

export function TopPages() {
  const { route } = useView();
  const asked = useReport('pages');
  return (
    <Panel
      title={t('Top pages')}
      note={t('Pageviews, and their share of all')}
      csv={asked.csv}
      controls={<a href={screenLink(route, 'pages')}>{t('All pages')}</a>}
    >
      <Reports of={[asked]} lines={TOP}>
        {([{ rows, labels, totals }]) => (
          <Bars
            label={t('Most viewed pages')}
            bars={rows.slice(0, TOP).map(({ page, views }) => ({
              key: page,
              name: termName(page, labels.page),
              detail: termDetail(page, termName(page, labels.page)),
              n: views,
              share: views / totals.n,
            }))}
          />
        )}
      </Reports>
    </Panel>
  );
}
