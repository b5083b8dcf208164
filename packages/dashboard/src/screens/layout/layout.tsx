/** How a page is laid out and what each part of it earns: which page, then everything about it. */
import { ANY } from '@holloway/protocol';
import { firstPage, pageList } from '../../model/page-list.ts';
import { useOptions, useReport } from '../../state/view.ts';
import { Reports } from '../../ui/reports.tsx';
import { PageLayout } from './page-layout.tsx';
import '../../style/layout.css';

export function Layout() {
  const pages = useReport('pages');
  const layout = useReport('layout');
  const [options] = useOptions();
  return (
    <Reports of={[pages, layout]} lines={14}>
      {([viewed, placed]) => {
        const list = pageList(viewed.rows, placed.rows, ANY);
        const page = options.page?.[0] ?? firstPage(list);
        const names = { ...placed.labels.page, ...viewed.labels.page };
        return <PageLayout key={page} page={page} pages={list} names={names} />;
      }}
    </Reports>
  );
}
