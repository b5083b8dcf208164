/** `holloway retain|export` and `holloway site import|erase`: what is kept, taken elsewhere and erased is in keep/. */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { checkExport } from '../keep/check-export.ts';
import { eraseSite } from '../keep/erase-site.ts';
import { exportSite } from '../keep/export-site.ts';
import { importSite } from '../keep/import-site.ts';
import type { Retained } from '../keep/retainer.ts';
import { CommandError, type Terminal } from './terminal.ts';
import { checked, SYSTEM_CLOCK, siteNamed, withCore } from './with-core.ts';

const lineOf = ({ site, from, monthsThrough, changes }: Retained): string =>
  [
    site,
    from === null ? 'no day is sealed yet' : `from ${from}`,
    monthsThrough === null ? 'all by day' : `by month through ${monthsThrough}`,
    changes ? 'new' : 'as before',
  ].join('\t');

export const retain = (
  dataFolder: string,
  { dryRun = false }: { readonly dryRun?: boolean },
  { out }: Terminal,
): Promise<void> =>
  withCore(dataFolder, async ({ retainer }) => {
    const now = SYSTEM_CLOCK.now();
    if (dryRun) {
      (await retainer.preview(now)).map(lineOf).forEach(out);
      return;
    }
    await retainer.clear(false);
    const sites = await retainer.retain(now);
    await retainer.scrub();
    sites.map(lineOf).forEach(out);
  });

export const exportFile = (dataFolder: string, id: string, file: string, { out }: Terminal): Promise<void> =>
  withCore(dataFolder, async (core) => {
    const site = await siteNamed(core, id);
    const opened = await open(file, 'wx', 0o600).catch(() => {
      throw new CommandError('the file cannot be made, or is there already; nothing is overwritten');
    });
    try {
      const target = createWriteStream(file, { fd: opened.fd, autoClose: false });
      for await (const chunk of exportSite(core, site)) {
        if (!target.write(chunk)) await once(target, 'drain');
      }
      target.end();
      await once(target, 'finish');
      await opened.sync();
    } catch (error) {
      await rm(file, { force: true });
      throw error;
    } finally {
      await opened.close();
    }
    out(`Exported ${site.slug}. What waits for k browsers, and the days that are not sealed, stayed behind.`);
  });

async function* linesOf(file: string): AsyncGenerator<string> {
  const opened = await open(file).catch(() => {
    throw new CommandError('the file cannot be read');
  });
  yield* opened.readLines({ encoding: 'utf8' });
}

export const importSiteFile = (
  dataFolder: string,
  file: string,
  { out, progress }: Terminal,
): Promise<void> =>
  withCore(dataFolder, async (core) => {
    const found = checked(await checkExport(linesOf(file)));
    const { slug } = found.site;
    if ((await core.registry.site(slug)) !== undefined)
      throw new CommandError('the site of this export is there already; `holloway site erase` takes it away');
    const site = await importSite(core, found, linesOf(file), (cells) => progress(`${cells} cells`));
    progress('');
    const chain = `${found.chain.length} statements`;
    out(`Imported ${site.slug} (${site.kind}, k = ${site.k}) with ${chain}. What comes is counted here.`);
    if (site.kind !== 'archive')
      out('Its pages still load the script from where they did: change their address, or the relay.');
  });

export async function siteErase(
  dataFolder: string,
  id: string,
  { yes = false }: { readonly yes?: boolean },
  { out }: Terminal,
): Promise<void> {
  if (!yes)
    throw new CommandError('erasing cannot be taken back: say --yes, perhaps after `holloway export`');
  const { withAccounts } = await import('./staff.ts');
  await withAccounts(dataFolder, [id], (access) =>
    withCore(dataFolder, async (core) => {
      const site = await siteNamed(core, id);
      const { grants, finish } = await eraseSite(
        { ...core, access, exclusive: core.committer.between },
        site,
      );
      access.record({
        actor: { kind: 'console', id: '', name: '' },
        what: 'holloway site erase',
        site: null,
        detail: id,
        result: 'granted',
      });
      await finish();
      out(`Erased ${id}. Its pages are told that there is no such site, and count nothing.`);
      out(
        `People who saw it: ${grants.people}. Keys that held for it: ${grants.keys + grants.revoked}, of which ${grants.revoked} held for it alone and are revoked. Links that showed it: ${grants.shares}.`,
      );
      out('Backups that were made before still hold it.');
    }),
  );
}
