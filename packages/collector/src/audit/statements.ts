/** The chain of a site's statements as it lies there, and whether the site does what the current one says. */
import type { Day, SignedStatement } from '@holloway/protocol';
import { holds, verifyChain } from '../consent/chain.ts';
import { textHash } from '../consent/hash.ts';
import { readKeys, readWording } from '../store/statements.ts';
import { type SiteRecord, UNPUBLISHED_STATEMENT } from '../store/store.ts';
import { type Breach, where } from './check.ts';
import type { Evidence } from './evidence.ts';

export interface AuditedStatement {
  readonly id: string;
  readonly hash: string;
  readonly published: Day;
  /** The hash of the one before. */
  readonly previous: string | null;
  readonly k: number;
  readonly signature: string;
  /** The key that signed it; `null` where no key that is kept did. */
  readonly key: string | null;
  /** Whether it is as it was published, texts and all, and in its place. */
  readonly holds: boolean;
}

export async function statementsOf(
  { runner }: Evidence,
  site: SiteRecord,
  chain: readonly SignedStatement[],
): Promise<readonly AuditedStatement[]> {
  const verdicts = await verifyChain(chain, readKeys(runner));
  return chain.map(({ id, hash, statement, signature }, i) => {
    const verdict = verdicts[i] ?? { id, intact: false, chained: false, key: null };
    const texts = Object.values(statement.wordings).every((known) => {
      const text = readWording(runner, known);
      return text !== null && textHash(text) === known;
    });
    const { published, previous, k } = statement;
    return {
      ...{ id, hash, published, previous, k, signature, key: verdict.key },
      holds: holds(verdict) && texts && statement.site === site.slug,
    };
  });
}

export function examineStatements(
  site: SiteRecord,
  chain: readonly SignedStatement[],
  audited: readonly AuditedStatement[],
): Breach[] {
  const current = chain.at(-1);
  const isLast = (current?.id ?? UNPUBLISHED_STATEMENT) === site.statement;
  const broken = audited.filter((each) => !each.holds).length;
  const kept: Breach[] = [];
  if (current !== undefined && site.k < current.statement.k) {
    kept.push({
      check: 'statements.kept',
      site: site.slug,
      says: `k is ${site.k}, and said to be ${current.statement.k}`,
    });
  }
  if (current !== undefined && site.retention.months > current.statement.retention.countsMonths) {
    const { countsMonths } = current.statement.retention;
    const says = `counts are kept for ${site.retention.months} months, and said to be for ${countsMonths}`;
    kept.push({ check: 'statements.kept', site: site.slug, says });
  }
  return [
    ...where(broken, 'statements.chain', site.slug, (count) => `${count} of ${audited.length} do not hold`),
    ...where(
      isLast ? 0 : 1,
      'statements.chain',
      site.slug,
      () => 'visitors are asked for another than the last',
    ),
    ...kept,
  ];
}
