/** Which cells are parts of which: how each family of the plan finds its own among rows. */
import { sql } from 'kysely';
import type { SealFamily, SealPlan } from './seal-plan.ts';
import { isKeyOf, isOnly, type Sql } from './seal-sql.ts';

/** Rows `m` of a table that are parts, and `w`, the whole of each. */
export interface Matching {
  readonly from: (rows: Sql) => Sql;
  /** All rows `m` of a table that are parts, whether their whole is there or not. */
  readonly parts: (rows: Sql) => Sql;
  readonly name: Sql;
  readonly by: Sql;
}

export const STANDING = sql`standing`;

export const ofPart = (family: SealFamily, part: SealFamily['parts'][number], site: number): Matching => ({
  from: (rows) => sql`${rows} AS m CROSS JOIN standing AS w
    ON w.fact = ${family.whole} AND w.slice = m.slice AND ${isKeyOf('w', part.columns, 'm')}
    WHERE m.fact = ${part.fact} AND ${isOnly(part.only, 'm', site)}`,
  parts: (rows) => sql`${rows} AS m WHERE m.fact = ${part.fact} AND ${isOnly(part.only, 'm', site)}`,
  name: sql`${family.name}`,
  by: part.by === null ? sql`0` : sql.ref(`m.${part.by}`),
});

/** A slice is a part of the same cell in `*`. */
const OF_SLICE: Matching = {
  from: (rows) => sql`${rows} AS m CROSS JOIN kind ON kind.slice = m.slice
    CROSS JOIN standing AS w
    ON w.fact = m.fact AND w.slice = 0 AND w.a = m.a AND w.b = m.b AND w.c = m.c AND w.d = m.d
    WHERE m.slice <> 0`,
  parts: (rows) => sql`${rows} AS m WHERE m.slice <> 0`,
  name: sql`kind.family`,
  by: sql`0`,
};

export const matchings = ({ families, slices }: SealPlan, site: number): Matching[] => [
  ...families.flatMap((family) => family.parts.map((part) => ofPart(family, part, site))),
  ...(slices ? [OF_SLICE] : []),
];
