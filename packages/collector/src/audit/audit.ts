/**
 * The audit of a data folder: what is stored, and whether every promise about it holds, for somebody who trusts the
 * program as little as its operator. Reads; changes nothing. How it is shown is for cli/ and http/.
 */
import { type Day, dayFromNumber, type SiteKind } from '@holloway/protocol';
import type { Retention } from '../store/keeping.ts';
import { readSites } from '../store/sites.ts';
import { readStatements } from '../store/statements.ts';
import type { SiteRecord } from '../store/store.ts';
import { examineCells, examineGone, smallRows } from './cells.ts';
import { type Breach, type Checked, checkedBy } from './check.ts';
import { examineDays } from './days.ts';
import { type Evidence, type Facts, factsIn, numberIn, withEvidence } from './evidence.ts';
import { examineFiles } from './files.ts';
import {
  type FactHoldings,
  factsOf,
  type OpenHoldings,
  openOf,
  type TableHoldings,
  tablesOf,
} from './holdings.ts';
import { examineNames, type Names, namesOf } from './names.ts';
import { examineNonces } from './nonces.ts';
import { examineSchema } from './schema.ts';
import { type AuditedStatement, examineStatements, statementsOf } from './statements.ts';
import { examineSums, type Flow, flowsOf } from './sums.ts';

export interface SiteAudit {
  readonly site: string;
  readonly kind: SiteKind;
  readonly k: number;
  readonly sealedThrough: Day | null;
  readonly facts: readonly FactHoldings[];
  /** Sealed rows on fewer browsers than was promised; a test site promises nothing. */
  readonly smallRows: number;
  readonly names: readonly Names[];
  readonly retention: Retention & {
    /** The first day that there is a sealed row of. */
    readonly oldest: Day | null;
    /** The first that may be asked for, and the last that is kept by month. */
    readonly from: Day | null;
    readonly monthsThrough: Day | null;
  };
  readonly statements: readonly AuditedStatement[];
  /** Exact, and so for the owner of the file alone; `null` where it is told to others. */
  readonly open: (OpenHoldings & { readonly flows: readonly Flow[] }) | null;
}

export interface Audit {
  /** In UTC. */
  readonly made: Day;
  /** Of the whole file; `null` where it is told to others, since sizes move with every batch. */
  readonly file: { readonly tables: readonly TableHoldings[]; readonly nonces: number } | null;
  readonly sites: readonly SiteAudit[];
  readonly checks: readonly Checked[];
}

const dayOf = (number: number | null): Day | null => (number === null ? null : dayFromNumber(number));

async function auditSite(
  evidence: Evidence,
  facts: Facts,
  site: SiteRecord,
  tables: readonly TableHoldings[],
): Promise<{ readonly audit: SiteAudit; readonly breaches: readonly Breach[] }> {
  const chain = readStatements(evidence.runner, site.id);
  const statements = await statementsOf(evidence, site, chain);
  const oldest = evidence.db
    .prepare<[number], number | null>('SELECT min(day) FROM cell WHERE site = ?')
    .pluck()
    .get(site.id);
  return {
    audit: {
      site: site.slug,
      kind: site.kind,
      k: site.k,
      sealedThrough: dayOf(site.sealedThrough),
      facts: factsOf(evidence, facts, site, tables),
      smallRows: smallRows(evidence, facts, site, chain),
      names: namesOf(evidence, site),
      retention: {
        ...site.retention,
        oldest: dayOf(oldest ?? null),
        from: dayOf(site.kept.from),
        monthsThrough: dayOf(site.kept.monthsThrough),
      },
      statements,
      open: { ...openOf(evidence, facts, site), flows: flowsOf(evidence, facts, site) },
    },
    breaches: [
      ...examineCells(evidence, facts, site, chain),
      ...examineDays(evidence, site),
      ...examineNames(evidence, site),
      ...examineStatements(site, chain, statements),
      ...examineSums(evidence, site),
    ],
  };
}

/**
 * @param slugs Of the sites to be audited; `null` for all. One that is not there is left out.
 * @param nowMs Milliseconds since 1970: what is due, is so by then.
 */
export function auditFolder(folder: string, slugs: readonly string[] | null, nowMs: number): Promise<Audit> {
  return withEvidence(folder, nowMs, async (evidence) => {
    const { db, runner } = evidence;
    const schema = examineSchema(db);
    const made = dayFromNumber(Math.floor(nowMs / 86_400_000));
    const breaches: Breach[] = [...schema.breaches, ...examineFiles(folder)];
    // What another version wrote means something else.
    if (!schema.isCurrent) return { made, file: null, sites: [], checks: checkedBy(breaches) };
    const facts = factsIn(db);
    const tables = tablesOf(evidence);
    breaches.push(...examineNonces(db, nowMs), ...examineGone(evidence));
    const sites: SiteAudit[] = [];
    for (const site of readSites(runner)) {
      if (slugs !== null && !slugs.includes(site.slug)) continue;
      const { audit, breaches: found } = await auditSite(evidence, facts, site, tables);
      sites.push(audit);
      breaches.push(...found);
    }
    return {
      made,
      file: { tables, nonces: numberIn(db, 'SELECT count(*) FROM batch') },
      sites,
      checks: checkedBy(breaches),
    };
  });
}

export const breachesOf = ({ checks }: Audit): readonly Breach[] =>
  checks.flatMap(({ breaches }) => breaches);
