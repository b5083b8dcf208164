/**
 * Where everything stands on any page of the shop: as it was measured on that page, or else on the one that is most like it,
 * with the links of this one. Reads what was written down once, when it is first asked for.
 */
import { readFileSync } from 'node:fs';
import { normalisePath, VIEWPORTS, type Viewport } from '@holloway/protocol';
import { type LinkKind, linksOf, type ShopPage } from '../pages/shop-page.ts';
import { type MeasuredBox, type MeasuredPage, readMeasured } from './measured.ts';
import { SAMPLES } from './samples.ts';

/** What `npm run measure` writes. */
export const MEASURED_FILE = new URL('pages.txt', import.meta.url);

export interface Places {
  /** Of the page, in pixels. */
  readonly height: number;
  readonly boxes: readonly MeasuredBox[];
}

interface Model extends Places {
  readonly page: ShopPage;
}

/** What the script calls them. */
const CRUMBS = 'nav-2';

/** Something that only one of both has weighs more where it is missing on the one that was measured. */
const MISSING = 100;
const TOO_MANY = 1;
const ANOTHER_PAGE = 0.5;

const difference = (measured: number, wanted: number): number =>
  measured < wanted ? MISSING * (wanted - measured) : TOO_MANY * (measured - wanted);

/** The page's own links: those of head and foot are the same everywhere. */
const OWN_KINDS = [
  'up',
  'shelf',
  'pair',
  'pager',
  'collection',
  'story',
  'step',
] as const satisfies LinkKind[];
const productsBy = ({ zones }: ShopPage): Map<string, number> =>
  new Map(zones.map(({ name, products }) => [name, products.length]));

/** How unlike two pages are; infinite where one is of another kind. */
function unlikeness(measured: ShopPage, wanted: ShopPage): number {
  if (measured.type !== wanted.type || measured.quiet !== wanted.quiet) return Number.POSITIVE_INFINITY;
  const links = OWN_KINDS.map((kind) =>
    difference(linksOf(measured, kind).length, linksOf(wanted, kind).length),
  );
  const [shows, holds] = [productsBy(measured), productsBy(wanted)];
  const products = [...new Set([...shows.keys(), ...holds.keys()])].map((zone) =>
    difference(shows.get(zone) ?? 0, holds.get(zone) ?? 0),
  );
  const sum = [...links, ...products].reduce((total, each) => total + each, 0);
  return sum + (measured.path === wanted.path ? 0 : ANOTHER_PAGE);
}

/** Where a link of the measured page leads on the other one; `null` where that has no such link. */
function targetOn(path: string, measured: ShopPage, wanted: ShopPage): string | null {
  for (const kind of OWN_KINDS) {
    const at = linksOf(measured, kind).findIndex((link) => normalisePath(link.path) === path);
    if (at !== -1) return linksOf(wanted, kind)[at]?.path ?? null;
  }
  const crumb = measured.crumbs.findIndex((each) => normalisePath(each.path) === path);
  if (crumb > 0) return wanted.crumbs[crumb]?.path ?? null;
  return path;
}

/** What a box is called on another page; `null` where it is not there. */
function nameOn({ element, isShared }: MeasuredBox, measured: ShopPage, wanted: ShopPage): string | null {
  const [zone = '', place] = element.split('/');
  const known = measured.zones.find(({ name }) => name === zone);
  if (known !== undefined) {
    const products = productsBy(wanted).get(zone) ?? 0;
    return products > 0 && (place === undefined || Number(place) <= products) ? element : null;
  }
  const [region, target = ''] = element.split(/:(.*)/s);
  // Of the head and the foot only breadcrumbs lead elsewhere on another page.
  if (!target.startsWith('/') || (isShared && region !== CRUMBS)) return element;
  const path = targetOn(target, measured, wanted);
  return path === null ? null : `${region}:${normalisePath(path)}`;
}

function placesFrom({ page, height, boxes }: Model, wanted: ShopPage): Places {
  const fitting = boxes.flatMap((box) => {
    const element = nameOn(box, page, wanted);
    return element === null ? [] : [{ ...box, element }];
  });
  return { height, boxes: fitting };
}

function modelsOf(pages: readonly MeasuredPage[]): Model[] {
  return SAMPLES.flatMap(({ page, address, cookie }) => {
    const measured = pages.filter((each) => each.address === address);
    // An address that is measured twice is measured without and with what is in the cart.
    const found = measured[cookie === undefined ? 0 : measured.length - 1];
    return found === undefined ? [] : [{ page, height: found.height, boxes: found.boxes }];
  });
}

const models = new Map<Viewport, readonly Model[]>();

function modelsIn(viewport: Viewport): readonly Model[] {
  if (models.size === 0) {
    const pages = readMeasured(readFileSync(MEASURED_FILE, 'utf8'));
    for (const window of VIEWPORTS)
      models.set(window, modelsOf(pages.filter((page) => page.viewport === window)));
  }
  return models.get(viewport) ?? [];
}

/** @throws Error where no page of its kind was measured. */
export function placesOn(page: ShopPage, viewport: Viewport): Places {
  const [best, ...others] = modelsIn(viewport);
  if (best === undefined) throw new Error(`no page was measured in a window of class ${viewport}`);
  const nearest = others.reduce(
    (so, model) => (unlikeness(model.page, page) < unlikeness(so.page, page) ? model : so),
    best,
  );
  if (nearest.page.type !== page.type) throw new Error(`no page like ${page.path} was measured`);
  return placesFrom(nearest, page);
}
