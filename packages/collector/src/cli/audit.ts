/** `holloway audit`: what is stored, in words, and every promise that does not hold with what to do about it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Audit, auditFolder, breachesOf, type SiteAudit } from '../audit/audit.ts';
import type { Checked } from '../audit/check.ts';
import { COUNTS } from '../store/folder.ts';
import { CommandError, type Terminal } from './terminal.ts';
import { SYSTEM_CLOCK } from './with-core.ts';

export interface AuditOptions {
  readonly all?: boolean;
  readonly json?: boolean;
}

/** So many names of a kind are shown; `--json` has all. */
const NAMES_SHOWN = 10;
const KB = 1024;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
const size = (bytes: number): string => (bytes < KB ? `${bytes} bytes` : `${Math.round(bytes / KB)} KB`);

/** Columns of one width each; the first is text, the others numbers. */
function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string[] {
  const all = [head, ...rows.map((row) => row.map(String))];
  const widths = head.map((_, i) => Math.max(...all.map((row) => row[i]?.length ?? 0)));
  return all.map((row) =>
    `  ${row.map((text, i) => (i === 0 ? text.padEnd(widths[i] ?? 0) : text.padStart(widths[i] ?? 0))).join('  ')}`.trimEnd(),
  );
}

function factLines({ facts, open }: SiteAudit): string[] {
  const names = [...new Set([...facts, ...(open?.facts ?? [])].map(({ fact }) => fact))];
  if (names.length === 0) return ['  nothing was counted'];
  return table(
    ['fact', 'sealed', 'waiting', 'open', 'about'],
    names.map((name) => {
      const sealed = facts.find(({ fact }) => fact === name);
      const rest = open?.facts.find(({ fact }) => fact === name);
      return [name, sealed?.rows ?? 0, rest?.waiting ?? 0, rest?.cells ?? 0, size(sealed?.bytes ?? 0)];
    }),
  );
}

function nameLines({ names }: SiteAudit): string[] {
  return [
    ...table(
      ['kind', 'declared', 'sent by k browsers', 'of a list'],
      names.map(({ kind, declared, sent, listed }) => [kind, declared, sent.length, listed]),
    ),
    ...names
      .filter(({ sent }) => sent.length > 0)
      .map(({ kind, sent }) => {
        const more = sent.length - NAMES_SHOWN;
        return `  ${kind}: ${sent.slice(0, NAMES_SHOWN).join(', ')}${more > 0 ? ` and ${more} more (--json)` : ''}`;
      }),
  ];
}

function statementLines({ statements }: SiteAudit): string[] {
  if (statements.length === 0) return ['  nothing is published'];
  return statements.flatMap(({ id, hash, published, previous, k, key, holds }) => [
    `  ${id} of ${published}, k = ${k}: ${holds ? 'holds' : 'DOES NOT HOLD'}`,
    `    hash ${hash}`,
    `    before it ${previous ?? 'none'}`,
    `    signed by ${key ?? 'no key that is kept'}`,
  ]);
}

function retentionLine({ retention: { days, months, oldest, monthsThrough } }: SiteAudit): string {
  const held = oldest === null ? 'nothing is sealed' : `the oldest sealed day is ${oldest}`;
  const byMonth = monthsThrough === null ? '' : `, by month through ${monthsThrough}`;
  return `  kept by day for ${days} days, at all for ${months} months; ${held}${byMonth}`;
}

function siteLines(site: SiteAudit): string[] {
  const weeks = site.open?.waitingByWeeks ?? [];
  return [
    `Site ${site.site} (${site.kind}, k = ${site.k}, sealed through ${site.sealedThrough ?? 'no day yet'})`,
    ...factLines(site),
    `  rows on fewer browsers than was promised: ${site.smallRows}`,
    `  waiting under a name, by weeks: ${weeks.join(', ')}`,
    `  days that are not sealed: ${site.open?.days.length ?? 0}`,
    ...(site.open?.flows ?? []).map(({ what, into, counted }) =>
      into === counted ? `  ${what}: ${into} both` : `  ${what}: ${into} and ${counted}`,
    ),
    retentionLine(site),
    'Names',
    ...nameLines(site),
    'Statements',
    ...statementLines(site),
    '',
  ];
}

const fileLines = ({ file }: Audit): string[] =>
  file === null
    ? []
    : [
        'The whole file',
        ...table(
          ['table', 'rows', 'bytes'],
          file.tables.map((each) => [each.table, each.rows, each.bytes]),
        ),
        `  ${size(sum(file.tables.map(({ bytes }) => bytes)))} in all; nonces of batches: ${file.nonces}`,
        '',
      ];

const checkLines = ({ promise, mend, breaches }: Checked): string[] =>
  breaches.length === 0
    ? [`  ok      ${promise}`]
    : [
        `  BROKEN  ${promise}`,
        ...breaches.map(({ site, says }) => `            ${site === null ? '' : `${site}: `}${says}`),
        `          ${mend}`,
      ];

/**
 * @param clock What is late, is so by it. Default: that of the system.
 * @throws CommandError where a promise is broken, after everything was said.
 */
export async function audit(
  dataFolder: string,
  site: string | undefined,
  { all = false, json = false }: AuditOptions,
  { out }: Terminal,
  clock: { now(): number } = SYSTEM_CLOCK,
): Promise<void> {
  if ((site === undefined) === !all) throw new CommandError('name a site, or --all');
  if (!existsSync(join(dataFolder, COUNTS)))
    throw new CommandError('there is no database in the data folder');
  const result = await auditFolder(dataFolder, site === undefined ? null : [site], clock.now());
  const isCurrent = result.file !== null;
  if (isCurrent && site !== undefined && result.sites.length === 0)
    throw new CommandError('there is no such site; `holloway site list` shows those there are');
  if (json) out(JSON.stringify(result, null, 2));
  else {
    const lines = [...result.sites.flatMap(siteLines), ...fileLines(result), 'Promises'];
    for (const line of [...lines, ...result.checks.flatMap(checkLines)]) out(line);
  }
  const broken = breachesOf(result).length;
  if (broken > 0) throw new CommandError(`${broken} ${broken === 1 ? 'promise is' : 'promises are'} broken`);
}
