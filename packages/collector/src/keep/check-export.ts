/**
 * Whether a file is a whole export that this collector may take in: every line by itself, and what they say together.
 * Reads it once, and keeps of it what is small; the cells are read again when they are taken in (import-site).
 */
import { createHash } from 'node:crypto';
import {
  type CatalogueEntry,
  canonicalJson,
  dayNumber,
  type ParseResult,
  type PublicKey,
  type SignedStatement,
  WORKSPACE_LIMITS,
} from '@holloway/protocol';
import { holds, verifyChain } from '../consent/chain.ts';
import { textHash } from '../consent/hash.ts';
import { parsePolicy } from '../consent/policy.ts';
import { trustworthyKeys } from '../consent/sign.ts';
import { parseSite } from '../site/settings.ts';
import { readSite } from '../site/settings-shape.ts';
import { monthOf } from '../store/month.ts';
import { type NewSite, UNPUBLISHED_STATEMENT } from '../store/store.ts';
import type {
  Cell,
  ExportedAction,
  ExportedNote,
  ExportedView,
  ExportedWork,
  Header,
  Line,
} from './export-format.ts';
import { parseHeader, parseLine } from './parse-export.ts';

/** Everything but the cells. */
export interface CheckedExport {
  readonly header: Header;
  readonly site: NewSite;
  readonly keys: readonly PublicKey[];
  /** Canonical JSON by hash. */
  readonly wordings: ReadonlyMap<string, string>;
  readonly chain: readonly SignedStatement[];
  readonly entries: readonly CatalogueEntry[];
  readonly work: ExportedWork;
}

const refuse = (field: string, rule: string) => ({ ok: false, issue: { field, rule } }) as const;

/** Where a line breaks a rule. */
const inLine = (number: number, { issue }: { readonly issue: { field: string; rule: string } }) =>
  refuse(`line ${number}: ${issue.field}`, issue.rule);

function settingsOf({ site }: Header): ParseResult<NewSite> {
  const asked = readSite(site);
  if (!asked.ok) return asked;
  return parseSite(asked.value);
}

/** A cell of a day that the site has. */
function dayIssue({ sealedThrough, keptFrom, monthsThrough }: Header, { day }: Cell): string | null {
  if (sealedThrough === null || day > sealedThrough) return 'must not be after sealedThrough';
  if (keptFrom !== null && day < keptFrom) return 'must not be before keptFrom';
  if (monthsThrough !== null && day <= monthsThrough && monthOf(dayNumber(day)).first !== dayNumber(day))
    return 'must be the first of a month, as all up to monthsThrough';
  return null;
}

function workIssue(work: ExportedWork) {
  for (const kind of ['views', 'annotations', 'actions'] as const) {
    const ids = work[kind].map(({ id }) => id);
    if (ids.length > WORKSPACE_LIMITS[kind]) return refuse(kind, `must be at most ${WORKSPACE_LIMITS[kind]}`);
    if (new Set(ids).size < ids.length) return refuse(kind, 'must have ids of their own');
  }
  return null;
}

async function chainIssue(chain: readonly SignedStatement[], keys: readonly PublicKey[], site: string) {
  if (chain.some(({ statement }) => statement.site !== site)) return 'must be of the site of the export';
  const verdicts = await verifyChain(chain, keys);
  return verdicts.every(holds) ? null : 'must be as it was signed, each after the one before';
}

/** @param lines Of the file, without their ends. */
export async function checkExport(lines: AsyncIterable<string>): Promise<ParseResult<CheckedExport>> {
  const digest = createHash('sha256');
  const keys: unknown[] = [];
  const wordings = new Map<string, string>();
  const chain: SignedStatement[] = [];
  const entries: CatalogueEntry[] = [];
  const views: ExportedView[] = [];
  const annotations: ExportedNote[] = [];
  const actions: ExportedAction[] = [];
  let header: Header | null = null;
  let isWhole = false;
  let number = 0;

  const take = (line: Exclude<Line, { kind: 'cell' | 'end' }>): void => {
    if (line.kind === 'key') keys.push(line.key);
    if (line.kind === 'statement') chain.push(line.statement);
    if (line.kind === 'entry') entries.push(line.entry);
    if (line.kind === 'view') views.push(line.view);
    if (line.kind === 'annotation') annotations.push(line.annotation);
    if (line.kind === 'action') actions.push(line.action);
    if (line.kind !== 'wording') return;
    const text = canonicalJson(line.wording);
    wordings.set(textHash(text), text);
  };
  for await (const text of lines) {
    number += 1;
    if (isWhole) return inLine(number, refuse('line', 'must not be there: it comes after the end'));
    if (header === null) {
      const parsed = parseHeader(text);
      if (!parsed.ok) return inLine(number, parsed);
      header = parsed.value;
    } else {
      const parsed = parseLine(text, header.site);
      if (!parsed.ok) return inLine(number, parsed);
      const line = parsed.value;
      if (line.kind === 'end') {
        if (line.end.lines !== number - 1 || line.end.sha256 !== digest.digest('hex'))
          return inLine(number, refuse('end', 'must fit the lines before: the file was changed or cut'));
        isWhole = true;
        continue;
      }
      if (line.kind === 'cell') {
        const rule = dayIssue(header, line.cell);
        if (rule !== null) return inLine(number, refuse('cell.day', rule));
      } else take(line);
    }
    digest.update(`${text}\n`);
  }
  if (header === null || !isWhole)
    return refuse('file', 'must be a whole export: its last line is not there');
  return together(header, {
    keys: await trustworthyKeys({ keys }),
    wordings,
    chain,
    entries,
    work: { views, annotations, actions },
  });
}

async function together(
  header: Header,
  parts: Omit<CheckedExport, 'header' | 'site'>,
): Promise<ParseResult<CheckedExport>> {
  const site = settingsOf(header);
  if (!site.ok) return refuse(`site.${site.issue.field}`, site.issue.rule);
  const policy = header.policy === null ? null : parsePolicy(header.policy);
  if (policy !== null && !policy.ok) return refuse(`policy.${policy.issue.field}`, policy.issue.rule);
  const broken = await chainIssue(parts.chain, parts.keys, site.value.slug);
  if (broken !== null) return refuse('statement', broken);
  const said = parts.chain.flatMap(({ statement }) => Object.values(statement.wordings));
  if (!said.every((wordingHash) => parts.wordings.has(wordingHash)))
    return refuse('wording', 'must be there for every language of every statement');
  const excess = workIssue(parts.work);
  if (excess !== null) return excess;
  return { ok: true, value: { header, site: site.value, ...parts } };
}

/** The id of the statement that visitors were asked to agree to last. */
export const currentOf = ({ chain }: CheckedExport): string => chain.at(-1)?.id ?? UNPUBLISHED_STATEMENT;
