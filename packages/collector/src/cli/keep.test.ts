import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pastShop } from '../../test/exported.ts';
import { temporaryFolder } from '../../test/temporary.ts';
import { exportFile, importSiteFile, retain, siteErase } from './keep.ts';
import { siteAdd, siteList, siteSet, siteShow } from './site.ts';
import { CommandError, type Terminal } from './terminal.ts';

function session(folder = temporaryFolder()) {
  const lines: string[] = [];
  const terminal: Terminal = { out: (line) => void lines.push(line), progress: () => undefined };
  return { folder, terminal, said: () => lines.splice(0) };
}

/** A data folder with the shop of `pastShop`, closed as a collector leaves it. */
async function withPast() {
  const opened = session();
  const core = await pastShop(join(opened.folder, 'holloway.sqlite'));
  await core.store.close();
  return opened;
}

const refused = async (work: Promise<void>): Promise<string> => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof CommandError) return error.message;
  throw new Error('the command was not refused', { cause: error });
};

describe('holloway retain', { timeout: 30_000 }, () => {
  it('says what is kept of each site, and with --dry-run changes nothing', async () => {
    const { folder, terminal, said } = await withPast();
    await retain(folder, { dryRun: true }, terminal);
    const [planned = ''] = said();
    expect(planned).toMatch(/^shop\tfrom \d{4}-\d\d-01\tby month through \d{4}-\d\d-\d\d\t(new|as before)$/);
    await retain(folder, {}, terminal);
    expect(said()).toEqual([planned]);
    await retain(folder, {}, terminal);
    expect(said()).toEqual([planned.replace(/new$/, 'as before')]);
  });

  it('says where nothing is sealed yet', async () => {
    const { folder, terminal, said } = session();
    await siteAdd(folder, 'shop', { origin: ['https://shop.example'] }, terminal);
    said();
    await retain(folder, {}, terminal);
    expect(said()).toEqual(['shop\tno day is sealed yet\tall by day\tas before']);
  });
});

describe('holloway export and holloway site import', { timeout: 30_000 }, () => {
  it('take a site to another data folder', async () => {
    const from = await withPast();
    const file = join(from.folder, 'shop.ndjson');
    await exportFile(from.folder, 'shop', file, from.terminal);
    expect(from.said()[0]).toContain('Exported shop.');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const to = session();
    await importSiteFile(to.folder, file, to.terminal);
    expect(to.said()[0]).toBe('Imported shop (live, k = 3) with 1 statements. What comes is counted here.');
    const again = join(to.folder, 'again.ndjson');
    await exportFile(to.folder, 'shop', again, to.terminal);
    expect(readFileSync(again, 'utf8')).toBe(readFileSync(file, 'utf8'));
  });

  it('overwrite neither a file nor a site', async () => {
    const { folder, terminal } = await withPast();
    const file = join(folder, 'shop.ndjson');
    writeFileSync(file, 'something else');
    expect(await refused(exportFile(folder, 'shop', file, terminal))).toContain('is there already');
    expect(readFileSync(file, 'utf8')).toBe('something else');
    const fresh = join(folder, 'fresh.ndjson');
    await exportFile(folder, 'shop', fresh, terminal);
    expect(await refused(importSiteFile(folder, fresh, terminal))).toContain('is there already');
  });

  it('say which line of a file is wrong, and of a site that there is none', async () => {
    const { folder, terminal, said } = await withPast();
    const file = join(folder, 'shop.ndjson');
    await exportFile(folder, 'shop', file, terminal);
    const cut = join(folder, 'cut.ndjson');
    writeFileSync(cut, readFileSync(file, 'utf8').slice(0, -200));
    said();
    const other = session();
    expect(await refused(importSiteFile(other.folder, cut, other.terminal))).toMatch(/^(line \d+: |file )/);
    expect(await refused(importSiteFile(other.folder, join(folder, 'none'), terminal))).toBe(
      'the file cannot be read',
    );
    expect(await refused(exportFile(folder, 'none', join(folder, 'none'), terminal))).toContain(
      'no such site',
    );
    await siteList(other.folder, other.terminal);
    expect(other.said()).toEqual([]);
  });
});

describe('holloway site erase', { timeout: 30_000 }, () => {
  it('needs --yes', async () => {
    const { folder, terminal, said } = await withPast();
    expect(await refused(siteErase(folder, 'shop', {}, terminal))).toContain('say --yes');
    await siteList(folder, terminal);
    expect(said()).toHaveLength(1);
  });

  it('erases the site, and says what that means', async () => {
    const { folder, terminal, said } = await withPast();
    await siteErase(folder, 'shop', { yes: true }, terminal);
    expect(said()).toEqual([
      'Erased shop. Its pages are told that there is no such site, and count nothing.',
      'People who saw it: 0. Keys that held for it: 0, of which 0 held for it alone and are revoked. Links that showed it: 0.',
      'Backups that were made before still hold it.',
    ]);
    await siteList(folder, terminal);
    expect(said()).toEqual([]);
    expect(await refused(siteErase(folder, 'shop', { yes: true }, terminal))).toContain('no such site');
  });
});

describe('how long a site keeps its counts', { timeout: 30_000 }, () => {
  const kept = async (folder: string, terminal: Terminal, said: () => string[]) => {
    await siteShow(folder, 'shop', {}, terminal);
    return said().find((line) => line.startsWith('kept'));
  };

  it('is set, and what is shorter than was promised is promised anew', async () => {
    const { folder, terminal, said } = session();
    await siteAdd(folder, 'shop', { origin: ['https://shop.example'], keepDays: '60' }, terminal);
    said();
    expect(await kept(folder, terminal, said)).toMatch(/60 days by day, then by month, 25 months in all$/);
    await siteSet(folder, 'shop', { origin: [], keepMonths: '12' }, terminal);
    expect(said().join('\n')).toMatch(/Published [0-9a-f]{8}/);
    expect(await kept(folder, terminal, said)).toMatch(/60 days by day, then by month, 12 months in all$/);
  });

  it('is never longer than was promised, nor out of bounds', async () => {
    const { folder, terminal } = session();
    const LIVE = { origin: ['https://shop.example'] };
    const add = (options: object) => refused(siteAdd(folder, 'shop', { ...LIVE, ...options }, terminal));
    expect(await add({ keepMonths: '26' })).toBe('keep-months must be a whole number from 1 to 25');
    expect(await add({ keepDays: '27' })).toBe('keep-days must be a whole number from 28 to 400');
    expect(await add({ keepDays: '30.5' })).toBe('keep-days must be a whole number from 28 to 400');
    await siteAdd(folder, 'shop', { ...LIVE, keepMonths: '6' }, terminal);
    const longer = siteSet(folder, 'shop', { origin: [], keepMonths: '7' }, terminal);
    expect(await refused(longer)).toBe(
      'keep-months must be at most 6: visitors were promised that counts are deleted by then',
    );
  });
});
