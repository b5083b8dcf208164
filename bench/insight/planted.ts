/** The advice on simulated shops with planted faults: what is found, what is missed, and what is told that is none. */
import { advise, type Finding } from '../../packages/insight/src/index.ts';
import { seededRandom } from '../../packages/insight/test/random.ts';
import type { Figure } from '../figure.ts';
import { type Appeals, DAYS, K, PLANTED, type Shop, simulateShop } from './shop.ts';

type Planted = keyof typeof PLANTED;
const TYPES = Object.keys(PLANTED) as Planted[];
const isPlantedType = (type: string): type is Planted => TYPES.some((each) => each === type);

/** A product is strong or weak in windows of every size. */
const subjectOf = ({ subject: { viewport, ...subject } }: Finding): string =>
  Object.values(subject.item === undefined && viewport ? { ...subject, viewport } : subject).join(' ');

/** Of what is said of two products, or of one and its zone, whether it is so: not only planted ones differ. */
function isTrue({ claim }: Finding, appeals: Appeals): boolean {
  const of = (item: string): number => appeals.get(item) ?? 0;
  if (claim.key === 'move-up') return of(claim.values.item) > of(claim.values.other);
  if (claim.key !== 'bury') return false;
  const category = claim.values.item.split(' ')[0] ?? '';
  const zone = [...appeals].filter(([item]) => item.startsWith(`${category} `)).map(([, appeal]) => appeal);
  return of(claim.values.item) < zone.reduce((sum, appeal) => sum + appeal, 0) / zone.length;
}

interface Score {
  readonly found: ReadonlyMap<Planted, number>;
  readonly falseAlarms: readonly string[];
  /** True, though not planted: products differ. */
  readonly alsoTrue: number;
  /** What a merchandiser reads through, of all types. */
  readonly actions: number;
  readonly findings: number;
}

function score({ reports, appeals }: Shop, planted: boolean): Score {
  const { actions } = advise({ days: DAYS, k: K, ...reports });
  const found = new Map<Planted, number>();
  const falseAlarms: string[] = [];
  let alsoTrue = 0;
  const note = (type: Planted): void => void found.set(type, (found.get(type) ?? 0) + 1);
  const all = actions.flatMap(({ findings }) => findings);
  for (const finding of all) {
    const { claim } = finding;
    const type = claim.key;
    // Says what cannot be told, not that something is wrong.
    if (type === 'rotation-test') continue;
    const isPlanted = (of: Planted, subject: string): boolean =>
      planted && PLANTED[of].some((each) => each === subject);
    // The lower of two that are to be exchanged is to be buried, too.
    if (claim.key === 'move-up' && isPlanted('bury', `/c/knives grid ${claim.values.other}`)) note('bury');
    if (isPlantedType(type) && isPlanted(type, subjectOf(finding))) note(type);
    else if (isTrue(finding, appeals)) alsoTrue += 1;
    else falseAlarms.push(`${type} ${subjectOf(finding)}`);
  }
  return { found, falseAlarms, alsoTrue, actions: actions.length, findings: all.length };
}

export function plantedFigures(
  shops: number,
  visits: number,
  seed: number,
  say: (line: string) => void,
): Figure[] {
  const random = seededRandom(seed);
  const scores = Array.from({ length: shops }, () =>
    score(simulateShop(visits, { planted: true }, random), true),
  );
  const clean = Array.from({ length: shops }, () =>
    score(simulateShop(visits, { planted: false }, random), false),
  );
  for (const alarm of scores.flatMap(({ falseAlarms }) => falseAlarms)) say(`planted: false alarm, ${alarm}`);
  for (const alarm of clean.flatMap(({ falseAlarms }) => falseAlarms)) say(`no fault: false alarm, ${alarm}`);
  const sum = (all: readonly Score[], of: (each: Score) => number): number =>
    all.reduce((n, each) => n + of(each), 0);
  const name = `planted, ${visits.toLocaleString('en')} visits`;
  const detail = `${shops} shops, four weeks, k = ${K}`;
  return [
    ...TYPES.map((type): Figure => {
      const there = PLANTED[type].length * shops;
      const found = sum(scores, (each) => each.found.get(type) ?? 0);
      return {
        name: `${name}: ${type} found`,
        value: (100 * found) / there,
        unit: '%',
        detail: `${found} of ${there}`,
      };
    }),
    {
      name: `${name}: false alarms`,
      value: sum(scores, ({ falseAlarms }) => falseAlarms.length) / shops,
      unit: 'a shop',
      budget: 1,
      detail,
    },
    {
      name: `${name}: also true`,
      value: sum(scores, ({ alsoTrue }) => alsoTrue) / shops,
      unit: 'a shop',
      detail: 'of products that differ by themselves',
    },
    {
      name: `${name}: actions`,
      value: sum(scores, ({ actions }) => actions) / shops,
      unit: 'a shop',
      detail: `of ${(sum(scores, ({ findings }) => findings) / shops).toFixed(1)} findings; without fault ${sum(clean, ({ actions }) => actions) / shops}`,
    },
    {
      name: `${name}: false alarms of a shop without fault`,
      value: sum(clean, ({ falseAlarms }) => falseAlarms.length) / shops,
      unit: 'a shop',
      budget: 1,
      detail,
    },
  ];
}
