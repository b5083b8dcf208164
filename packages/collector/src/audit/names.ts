/**
 * The dictionary of a site: what its store declared, what k browsers brought along, and whether any of that looks like
 * something of a person.
 */
import { isSliceValue, normalisePath, parseSlice, TERM_KINDS, type TermKind } from '@holloway/protocol';
import { observedTerm } from '@holloway/sdk/describe';
import { ceilingOf } from '../site/ceilings.ts';
import type { SiteRecord } from '../store/store.ts';
import { type Breach, many, where } from './check.ts';
import { type Evidence, numberIn } from './evidence.ts';

export interface Names {
  readonly kind: TermKind;
  readonly declared: number;
  /** Those that k browsers brought along, in alphabetical order. */
  readonly sent: readonly string[];
  /** Of a list: how many of its values were counted. */
  readonly listed: number;
}

const LISTED: readonly string[] = ['country'] satisfies TermKind[];
/** Words of ours, which stand for something: `(entry)`. */
const OURS = /^\([a-z]+\)$/;
const EMAIL = /[^\s@/]@[^\s@/]+\.[^\s@/]/;
/** What others had a hand in: paths, searches and where one came from. All else is written by the store, in its markup. */
const OBSERVED: readonly string[] = ['search', 'referrer', 'campaign'] satisfies TermKind[];

/** By the patterns that conceal it in the browser. */
function looksPersonal(kind: string, text: string): boolean {
  if (OURS.test(text)) return false;
  const plain = text.normalize('NFKC');
  if (kind === 'page') return normalisePath(text) !== text;
  if (OBSERVED.includes(kind)) return observedTerm(text) === undefined;
  return EMAIL.test(plain);
}

interface Admitted {
  readonly kind: string;
  readonly text: string;
}

const sentTo = ({ db }: Evidence, { id }: SiteRecord): Admitted[] =>
  db
    .prepare<[number], Admitted>(
      `SELECT term.kind, term.text FROM term LEFT JOIN catalogue USING (site, kind, id)
       WHERE term.site = ? AND catalogue.id IS NULL ORDER BY term.kind, term.text`,
    )
    .all(id);

export function namesOf(evidence: Evidence, site: SiteRecord): readonly Names[] {
  const admitted = sentTo(evidence, site);
  const declared = 'SELECT count(*) FROM catalogue WHERE site = $site AND kind = $kind';
  return TERM_KINDS.map((kind) => {
    const sent = admitted.filter((name) => name.kind === kind).map(({ text }) => text);
    return {
      kind,
      declared: numberIn(evidence.db, declared, { site: site.id, kind }),
      sent: LISTED.includes(kind) ? [] : sent,
      listed: LISTED.includes(kind) ? sent.length : 0,
    };
  }).filter((names) => names.declared + names.sent.length + names.listed > 0);
}

const isListed = ({ kind, text }: Admitted): boolean =>
  kind === 'slice' ? parseSlice(text) !== null : isSliceValue('country', text);

export function examineNames(evidence: Evidence, site: SiteRecord): Breach[] {
  const admitted = sentTo(evidence, site);
  const lists = admitted.filter(({ kind }) => kind === 'slice' || kind === 'country');
  const personal = admitted.filter((name) => !lists.includes(name) && looksPersonal(name.kind, name.text));
  const size = 'SELECT count(*) FROM term WHERE site = $site AND kind = $kind';
  return [
    // Which ones it does not say: whoever may read them finds them in the list of names.
    ...TERM_KINDS.flatMap((kind) =>
      where(
        personal.filter((name) => name.kind === kind).length,
        'names.personal',
        site.slug,
        (count) => `${many(count, 'name')} of the kind ${kind}`,
      ),
    ),
    ...where(
      lists.filter((name) => !isListed(name)).length,
      'names.listed',
      site.slug,
      (count) => `${many(count, 'value')} of none`,
    ),
    ...TERM_KINDS.flatMap((kind) => {
      const beyond = numberIn(evidence.db, size, { site: site.id, kind }) - ceilingOf(site.ceilings, kind);
      return where(
        Math.max(0, beyond),
        'names.ceiling',
        site.slug,
        (count) => `${count} too many of the kind ${kind}`,
      );
    }),
  ];
}
