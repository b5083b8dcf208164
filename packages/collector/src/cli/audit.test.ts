import { describe, expect, it } from 'vitest';
import { AUDITED_AT, auditedFolder } from '../../test/audited.ts';
import { temporaryFolder } from '../../test/temporary.ts';
import type { Audit } from '../audit/audit.ts';
import { type AuditOptions, audit } from './audit.ts';
import { CommandError } from './terminal.ts';

async function run(folder: string, site: string | undefined, options: AuditOptions = {}) {
  const said: string[] = [];
  const terminal = { out: (line: string) => void said.push(line), progress: () => undefined };
  const failed = await audit(folder, site, options, terminal, { now: () => AUDITED_AT }).then(
    () => null,
    (error: unknown) => error,
  );
  return { said, failed };
}

describe('holloway audit', () => {
  it('says what is stored and that every promise holds', async () => {
    const folder = await auditedFolder();
    const { said, failed } = await run(folder.folder, 'shop');
    expect(failed).toBeNull();
    expect(said[0]).toBe('Site shop (live, k = 3, sealed through 2026-11-22)');
    expect(said).toContainEqual(expect.stringMatching(/^ {2}geo\.country +3 +0 +1 +192 bytes$/));
    expect(said).toContain('  rows on fewer browsers than was promised: 0');
    expect(said).toContain(
      '  moves from page to page, (entry) included, against pageviews by page: 120 both',
    );
    expect(said).toContain('  page: /sent');
    expect(said).toContainEqual(expect.stringMatching(/^ {2}[0-9a-f]{8} of 2026-11-01, k = 3: holds$/));
    expect(said).toContain(
      '  ok      Behind every sealed row stand as many browsers as the site had promised then.',
    );
    expect(said.filter((line) => line.startsWith('  BROKEN'))).toEqual([]);
  });

  it('fails where a promise is broken, and says which, where, and what to do', async () => {
    const folder = await auditedFolder();
    folder.plant(`INSERT INTO term VALUES (1, 'search', 9, 'anna@mail.example')`);
    const { said, failed } = await run(folder.folder, undefined, { all: true });
    expect(failed).toEqual(new CommandError('1 promise is broken'));
    const broken = said.findIndex((line) => line.startsWith('  BROKEN'));
    expect(said.slice(broken, broken + 3)).toEqual([
      '  BROKEN  No name that browsers brought along looks like an address, a number or a token.',
      '            shop: 1 name of the kind search',
      '          Find which page or search of the store leads to it, and conceal it there; it is forgotten with its counts.',
    ]);
  });

  it('gives all of it as JSON, and fails all the same', async () => {
    const folder = await auditedFolder();
    folder.plant(`UPDATE cell SET reach = 1`);
    const { said, failed } = await run(folder.folder, 'shop', { json: true });
    const { sites, checks } = JSON.parse(said.join('\n')) as Audit;
    expect(sites[0]).toMatchObject({ site: 'shop', smallRows: 129 });
    expect(checks.find(({ check }) => check === 'cells.small')?.breaches).toEqual([
      { check: 'cells.small', site: 'shop', says: '129 rows on fewer' },
    ]);
    expect(failed).toBeInstanceOf(CommandError);
  });

  it.each([
    { what: 'neither a site nor all', site: undefined, options: {}, rule: 'name a site, or --all' },
    { what: 'both', site: 'shop', options: { all: true }, rule: 'name a site, or --all' },
    {
      what: 'a site that is not there',
      site: 'nobody',
      options: {},
      rule: 'there is no such site; `holloway site list` shows those there are',
    },
  ])('asked for $what says the rule', async ({ site, options, rule }) => {
    const { failed } = await run((await auditedFolder()).folder, site, options);
    expect(failed).toEqual(new CommandError(rule));
  });

  it('says so where there is nothing to be audited', async () => {
    const { failed } = await run(temporaryFolder(), 'shop');
    expect(failed).toEqual(new CommandError('there is no database in the data folder'));
  });
});
