/** Reports of what stands where on a page: which facts they read. How these become rows: layout-rows. */
import { type FactName, sliceName, type Viewport } from '@holloway/protocol';
import { type Built, type Context, ofKind } from './built.ts';
import { boxRows, elementRows, heatRows, layoutRows, zoneRows } from './layout-rows.ts';
import type { Released } from './release.ts';
import { scrollRows } from './scroll-rows.ts';

export async function layout({ readPages: read }: Context): Promise<Built> {
  const [clicked, exposed, added, ordered, returned] = await Promise.all([
    read('slot.clicked'),
    read('slot.exposed'),
    read('slot.added'),
    read('slot.ordered'),
    read('slot.returned'),
  ]);
  const rows = layoutRows({ exposed, clicked, added, ordered, returned });
  return {
    rows,
    facts: [
      ['slot.clicked', clicked],
      ['slot.exposed', exposed],
      ['slot.added', added],
      ['slot.ordered', ordered],
      ['slot.returned', returned],
    ],
    labels: [
      ...ofKind(
        'page',
        rows.map(({ page }) => page),
      ),
      ...ofKind(
        'product',
        rows.map(({ item }) => item),
      ),
      ...ofKind(
        'zone',
        rows.map(({ zone }) => zone),
      ),
    ],
  };
}

/** A fact in each size of window, which is a slice of it. */
async function byViewport<F extends FactName>(
  read: (fact: F, slice?: string) => Promise<Released>,
  fact: F,
): Promise<{ readonly [v in Viewport]: Released }> {
  const of = (viewport: Viewport): Promise<Released> => read(fact, sliceName('viewport', viewport));
  const [s, m, l] = await Promise.all([of('s'), of('m'), of('l')]);
  return { s, m, l };
}

export async function zones({ read: readAll, readPages: read }: Context): Promise<Built> {
  const [exposed, clicked, byPage, all] = await Promise.all([
    read('zone.exposed'),
    read('zone.clicked'),
    byViewport(read, 'page.view'),
    byViewport(readAll, 'visit.depth'),
  ]);
  const rows = zoneRows({ exposed, clicked }, { byPage, all });
  return {
    rows,
    facts: [
      ['zone.exposed', exposed],
      ['zone.clicked', clicked],
    ],
    labels: [
      ...ofKind(
        'page',
        rows.map(({ page }) => page),
      ),
      ...ofKind(
        'zone',
        rows.map(({ zone }) => zone),
      ),
    ],
  };
}

/** Names of pages and elements. */
const labelsOf = (rows: readonly { readonly page: string; readonly element: string }[]) => [
  ...ofKind(
    'page',
    rows.map(({ page }) => page),
  ),
  ...ofKind(
    'element',
    rows.map(({ element }) => element),
  ),
];

export async function elements({ readPages: read }: Context): Promise<Built> {
  const [exposed, clicked, dead, rage] = await Promise.all([
    read('element.exposed'),
    read('element.clicked'),
    read('element.dead'),
    read('element.rage'),
  ]);
  const rows = elementRows({ exposed, clicked, dead, rage });
  return {
    rows,
    facts: [
      ['element.exposed', exposed],
      ['element.clicked', clicked],
      ['element.dead', dead],
      ['element.rage', rage],
    ],
    labels: labelsOf(rows),
  };
}

export async function heatmap({ readPages }: Context): Promise<Built> {
  const clicks = await readPages('click.grid');
  const rows = heatRows(clicks);
  return { rows, facts: [['click.grid', clicks]], labels: labelsOf(rows) };
}

export async function boxes({ readPages: read, scope }: Context): Promise<Built> {
  const [x, y, width, height] = await Promise.all([
    read('layout.box.x'),
    read('layout.box.y'),
    read('layout.box.width'),
    read('layout.box.height'),
  ]);
  const rows = boxRows(scope.site.k, { x, y, width, height });
  return {
    rows,
    facts: [
      ['layout.box.x', x],
      ['layout.box.y', y],
      ['layout.box.width', width],
      ['layout.box.height', height],
    ],
    labels: labelsOf(rows),
  };
}

export async function scroll({ readPages }: Context): Promise<Built> {
  const reached = await readPages('page.scroll');
  const rows = scrollRows(reached);
  return {
    rows,
    facts: [['page.scroll', reached]],
    labels: ofKind(
      'page',
      rows.map(({ page }) => page),
    ),
  };
}
