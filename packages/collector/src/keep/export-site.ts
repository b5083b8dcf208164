/**
 * A site as lines of text: its settings, what it published, what its store declared, what people keep beside its numbers, and
 * every sealed cell by name. What is
 * not sealed stays behind: smaller counts than k browsers leave by no door. Cells come through that of release.
 */
import { createHash } from 'node:crypto';
import { type Day, dayFromNumber, type SignedStatement } from '@holloway/protocol';
import { keyIdOf } from '../consent/sign.ts';
import type { Release } from '../report/release.ts';
import type { Registry } from '../site/registry.ts';
import { type SiteRecord, type Store, StoreUnavailableError } from '../store/store.ts';
import {
  actionLine,
  annotationLine,
  cellLine,
  EXPORT_VERSION,
  type Header,
  viewLine,
} from './export-format.ts';

export interface ExportDeps {
  readonly store: Pick<
    Store,
    'policy' | 'publicKeys' | 'wording' | 'catalogue' | 'views' | 'notes' | 'actions'
  >;
  readonly registry: Pick<Registry, 'site' | 'statements'>;
  readonly release: Pick<Release, 'sealed'>;
}

const ALWAYS = { from: 0, to: Number.MAX_SAFE_INTEGER };
/** Characters that are handed on together. */
const CHUNK = 64 * 1024;

const dayOf = (day: number | null): Day | null => (day === null ? null : dayFromNumber(day));

function headerOf(site: SiteRecord, policy: string | null): Header {
  const { slug: id, name, kind, k, timeZone, currency, origins, routes, ceilings, provenance } = site;
  const { experiments } = site;
  const { days: keepDays, months: keepMonths } = site.retention;
  const settings = { id, name, kind, timeZone, currency, origins, routes, ceilings, experiments, provenance };
  return {
    holloway: 'site',
    v: EXPORT_VERSION,
    // That of a test site is no setting.
    site: { ...settings, ...(kind === 'test' ? {} : { k }), keepDays, keepMonths },
    policy: policy === null ? null : JSON.parse(policy),
    sealedThrough: dayOf(site.sealedThrough),
    keptFrom: dayOf(site.kept.from),
    monthsThrough: dayOf(site.kept.monthsThrough),
  };
}

/** What is needed to verify a chain elsewhere: the keys that signed it, and every text that was shown. */
async function* published(store: ExportDeps['store'], chain: readonly SignedStatement[]) {
  const signers = new Set(chain.map(({ signature }) => keyIdOf(signature)));
  for (const key of await store.publicKeys()) if (signers.has(key.kid)) yield JSON.stringify({ key });
  for (const wordingHash of new Set(chain.flatMap(({ statement }) => Object.values(statement.wordings)))) {
    const text = await store.wording(wordingHash);
    if (text !== null) yield `{"wording":${text}}`;
  }
  for (const statement of chain) yield JSON.stringify({ statement });
}

async function* linesOf({ store, registry, release }: ExportDeps, site: SiteRecord) {
  yield JSON.stringify(headerOf(site, await store.policy(site.id)));
  yield* published(store, await registry.statements(site.id));
  for (const entry of await store.catalogue(site.id)) yield JSON.stringify({ entry });
  for (const view of await store.views(site.id)) yield viewLine(view);
  for (const note of await store.notes(site.id, ALWAYS)) yield annotationLine(note);
  for (const action of await store.actions(site.id)) yield actionLine(action);
  for await (const { fact, slice, day, rows } of release.sealed(site)) {
    for (const { dimensions, n, people, reach, total } of rows) {
      yield cellLine({ fact, slice, day, dimensions, measures: { n, people, reach, total } });
    }
  }
}

const isSame = (one: SiteRecord['kept'], other: SiteRecord['kept'] | undefined): boolean =>
  one.from === other?.from && one.monthsThrough === other.monthsThrough;

/**
 * In chunks of text, made as they are asked for. A day that is sealed meanwhile is not in it. Fails where a month is added
 * up, or the site erased, meanwhile: without its last line nobody takes it for an export.
 */
export async function* exportSite(deps: ExportDeps, site: SiteRecord): AsyncGenerator<string> {
  const digest = createHash('sha256');
  let lines = 0;
  let chunk = '';
  for await (const line of linesOf(deps, site)) {
    chunk += `${line}\n`;
    lines += 1;
    if (chunk.length < CHUNK) continue;
    digest.update(chunk);
    yield chunk;
    chunk = '';
  }
  if (!isSame(site.kept, (await deps.registry.site(site.slug))?.kept)) {
    throw new StoreUnavailableError('the export is not whole: a month was added up meanwhile; export again');
  }
  digest.update(chunk);
  yield `${chunk}${JSON.stringify({ end: { lines, sha256: digest.digest('hex') } })}\n`;
}
