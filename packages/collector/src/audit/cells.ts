/** Sealed rows, what waits and what is open, against the fact catalogue and against what the site promised. */
import { type Dimension, FACT_NAMES, type FactName, factOf, type SignedStatement } from '@holloway/protocol';
import { COLUMNS } from '../site/facts.ts';
import type { Column } from '../store/seal-plan.ts';
import type { SiteRecord } from '../store/store.ts';
import { type Breach, many, where } from './check.ts';
import { type Evidence, type Facts, factNamed, numberIn } from './evidence.ts';
import { leastK } from './least-k.ts';

const TABLES = ['cell', 'waiting', 'intake'] as const;

/** @returns How many sealed rows stand on fewer browsers than was promised for their day. A test site promises one. */
export function smallRows(
  { db }: Evidence,
  { plan }: Facts,
  site: SiteRecord,
  chain: readonly SignedStatement[],
): number {
  const promised = chain.map(({ statement }) => statement);
  const least = leastK(site, promised);
  const most = Math.max(site.k, ...promised.map(({ k }) => k));
  const rows = db
    .prepare<[object], { day: number; reach: number; count: number }>(
      `SELECT day, reach, count(*) AS count FROM cell
       WHERE site = $site AND reach < $most AND fact IN (${plan.facts.join(', ')}) GROUP BY day, reach`,
    )
    .all({ site: site.id, most });
  return rows.reduce((sum, { day, reach, count }) => sum + (reach < least(day) ? count : 0), 0);
}

/** A fact without dimensions has 1 in the first column; and 0, where it has lost its name. */
const keyColumn = (columns: readonly Column[], i: number): string =>
  columns[i] === undefined ? (columns.length === 0 && i === 0 ? '1' : '0') : `h.${columns[i]}`;

function undescribed({ db }: Evidence, { plan, names }: Facts, site: SiteRecord): Breach[] {
  return plan.histograms
    .filter(({ fact }) => names.has(fact))
    .flatMap(({ fact, describes, columns }) => {
      const key = COLUMNS.map((column, i) => `r.${column} = ${keyColumn(columns, i)}`).join(' AND ');
      const alone = numberIn(
        db,
        `SELECT count(*) FROM cell AS h WHERE site = $site AND fact = $fact AND NOT EXISTS (
           SELECT 1 FROM cell AS r
           WHERE r.site = h.site AND r.fact = $describes AND r.slice = h.slice AND r.day = h.day AND ${key})`,
        { site: site.id, fact, describes },
      );
      return where(
        alone,
        'cells.described',
        site.slug,
        (count) => `${many(count, 'row')} of ${names.get(fact)} without one`,
      );
    });
}

/** Whether a column holds what its dimension may have: an id of its list, or of a name of the site. */
function fits(column: Column, dimension: Dimension | undefined): string {
  if (dimension === undefined) return `${column} = 0`;
  if (dimension.kind === 'enum') return `${column} BETWEEN 0 AND ${dimension.values.length}`;
  if (dimension.kind === 'count') return `${column} BETWEEN 0 AND ${dimension.max - dimension.min + 1}`;
  return `(${column} = 0 OR EXISTS (
    SELECT 1 FROM term WHERE term.site = $site AND term.kind = '${dimension.terms}' AND term.id = ${column}))`;
}

function fitsFact(name: FactName): string {
  const { dimensions } = factOf(name);
  return COLUMNS.map((column, i) =>
    dimensions.length === 0 && i === 0 ? 'a BETWEEN 0 AND 1' : fits(column, dimensions[i]),
  ).join(' AND ');
}

const KNOWN_SLICE = `(slice = 0 OR EXISTS (
  SELECT 1 FROM term WHERE term.site = $site AND term.kind = 'slice' AND term.id = slice))`;

function undeclared({ db }: Evidence, { id, names }: Facts, site: SiteRecord): Breach[] {
  const known = [...names.keys()].join(', ');
  return TABLES.flatMap((table): Breach[] => {
    const unknown = numberIn(
      db,
      `SELECT count(*) FROM ${table} WHERE site = $site AND fact NOT IN (${known})`,
      { site: site.id },
    );
    const slices = table === 'intake' ? '' : `NOT ${KNOWN_SLICE} OR `;
    const odd = FACT_NAMES.filter((name) => id(name) !== -1).reduce(
      (sum, name) =>
        sum +
        numberIn(
          db,
          `SELECT count(*) FROM ${table} WHERE site = $site AND fact = $fact AND (${slices}NOT (${fitsFact(name)}))`,
          { site: site.id, fact: id(name) },
        ),
      0,
    );
    return where(
      unknown + odd,
      'cells.declared',
      site.slug,
      (count) => `${many(count, 'row')} of ${table} with others`,
    );
  });
}

/** Facts that are kept, and that no statement ever named. An archive and a site that asks nobody promise nothing. */
function unpublished(
  { db }: Evidence,
  { names }: Facts,
  site: SiteRecord,
  chain: readonly SignedStatement[],
): Breach[] {
  if (chain.length === 0) return [];
  const published = new Set(chain.flatMap(({ statement }) => Object.values(statement.facts).flat()));
  const kept = db
    .prepare<[object], number>(
      TABLES.map((table) => `SELECT fact FROM ${table} WHERE site = $site`).join(' UNION '),
    )
    .pluck()
    .all({ site: site.id });
  return kept
    .filter((fact) => {
      const name = names.get(fact);
      return name === undefined || !published.has(name);
    })
    .map((fact) => ({ check: 'cells.published', site: site.slug, says: factNamed(db, fact) }));
}

export function examineCells(
  evidence: Evidence,
  facts: Facts,
  site: SiteRecord,
  chain: readonly SignedStatement[],
): Breach[] {
  const small = site.kind === 'test' ? 0 : smallRows(evidence, facts, site, chain);
  return [
    ...where(small, 'cells.small', site.slug, (count) => `${many(count, 'row')} on fewer`),
    ...undescribed(evidence, facts, site),
    ...undeclared(evidence, facts, site),
    ...unpublished(evidence, facts, site, chain),
  ];
}

/** Rows of sites that are neither there nor on their way in or out. */
export function examineGone({ db }: Evidence): Breach[] {
  const tables = db
    .prepare<[], string>(
      `SELECT s.name FROM sqlite_schema AS s JOIN pragma_table_info(s.name) AS p
       WHERE s.type = 'table' AND p.name = 'site' AND s.name <> 'absent'`,
    )
    .pluck()
    .all();
  return tables.flatMap((table) => {
    const left = numberIn(
      db,
      `SELECT count(*) FROM "${table}" WHERE site IS NOT NULL AND site NOT IN (SELECT id FROM site)
         AND site NOT IN (SELECT site FROM absent WHERE state <> 'erased')`,
    );
    return where(left, 'sites.gone', null, (count) => `${many(count, 'row')} of ${table}`);
  });
}
