/** How a page is laid out and what each part of it earns: which page, then everything about it. */
import type { Report } from '@holloway/protocol';
import { pagesWithPositions } from '../../model/positions.ts';
import { useOptions, useReport } from '../../state/view.ts';
import { Reports } from '../../ui/reports.tsx';
import { PageLayout } from './page-layout.tsx';
import '../../style/layout.css';

export function Layout() {
  const pages = useReport('pages');
  const [options] = useOptions();
  const asked = options.page?.[0];
  return (
    <Reports of={[pages]} lines={14}>
      {([report]) =>
        asked === undefined ? (
          <FirstPage pages={report} />
        ) : (
          <PageLayout key={asked} page={asked} pages={report} />
        )
      }
    </Reports>
  );
}

/** Where no page is chosen yet: the one seen most of those that have positions, else the one seen most. */
function FirstPage({ pages }: { readonly pages: Report<'pages'> }) {
  const layout = useReport('layout');
  const { result } = layout;
  if (result.state !== 'ready') return <Reports of={[layout]}>{() => null}</Reports>;
  const withPositions = new Set(pagesWithPositions(result.value.rows).map(({ page }) => page));
  const seen = [...pages.rows].sort((a, b) => b.views - a.views);
  const { page = '/' } = seen.find((row) => withPositions.has(row.page)) ?? seen[0] ?? {};
  return <PageLayout key={page} page={page} pages={pages} />;
}
