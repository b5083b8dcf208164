import { ANY, type LayoutRow, type PageRow } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { firstPage, pageList } from './page-list.ts';

const page = (path: string, views: number): PageRow => ({
  page: path,
  category: null,
  views,
  visitors: views,
  entries: null,
  exits: null,
  bounces: null,
  settledViews: null,
  settledEntries: null,
  engagement: null,
  engagementLower: null,
  engagementUpper: null,
});
const slot = (path: string, clicked: number): LayoutRow => ({
  page: path,
  zone: 'grid',
  slot: 1,
  item: 'A',
  viewport: null,
  exposed: null,
  clicked,
  added: null,
  ordered: null,
  returned: null,
  clicks: null,
  value: null,
});

describe('the pages to look at', () => {
  it('are those that were viewed, most seen first, then those of which positions alone are known', () => {
    const layout = [slot('/list/2', 5), slot('/list/1', 9), slot('/c/tea', 7), slot(ANY, 80)];
    expect(pageList([page('/c/tea', 20), page('/', 50)], layout, ANY)).toEqual([
      { page: '/', views: 50, clicked: null },
      { page: '/c/tea', views: 20, clicked: 7 },
      { page: '/list/1', views: null, clicked: 9 },
      { page: '/list/2', views: null, clicked: 5 },
    ]);
  });

  it('begin with one that has positions, where there is one', () => {
    const list = pageList([page('/', 50), page('/c/tea', 20)], [slot('/c/tea', 1)], ANY);
    expect(firstPage(list)).toBe('/c/tea');
    expect(firstPage(pageList([page('/', 50)], [slot('/list/1', 9)], ANY))).toBe('/list/1');
    expect(firstPage(pageList([page('/', 50)], [], ANY))).toBe('/');
  });
});
