/** `holloway import <site> <file>`: history as one batch a line. */
import { open } from 'node:fs/promises';
import { dayAt, dayNumber } from '@holloway/protocol';
import { importHistory, MAX_IMPORT_BATCHES, parseImport } from '../ingest/import.ts';
import { CommandError, type Terminal } from './terminal.ts';
import { checked, SYSTEM_CLOCK, siteNamed, withCore } from './with-core.ts';

async function* chunksOf(file: string): AsyncGenerator<unknown[]> {
  let chunk: unknown[] = [];
  let number = 0;
  const opened = await open(file).catch(() => {
    throw new CommandError('the file cannot be read');
  });
  for await (const line of opened.readLines()) {
    number += 1;
    if (line.trim() === '') continue;
    try {
      chunk.push(JSON.parse(line));
    } catch {
      throw new CommandError(`line ${number} must be a batch as JSON`);
    }
    if (chunk.length === MAX_IMPORT_BATCHES) {
      yield chunk;
      chunk = [];
    }
  }
  yield chunk;
}

/** Commits chunk by chunk and seals at the end; an interrupted import may be run again, nothing counts twice. */
export const importFile = (
  dataFolder: string,
  id: string,
  file: string,
  { seal }: { readonly seal?: string },
  { out, progress }: Terminal,
): Promise<void> =>
  withCore(dataFolder, async (core) => {
    const site = await siteNamed(core, id);
    const today = dayNumber(dayAt(SYSTEM_CLOCK.now(), site.timeZone));
    let committed = 0;
    let duplicates = 0;
    for await (const batches of chunksOf(file)) {
      const request = checked(parseImport({ batches }, site, today));
      // Read anew: a collector that serves may have sealed a day since.
      const result = checked(await importHistory(core, await siteNamed(core, id), request));
      committed += result.committed;
      duplicates += result.duplicates;
      progress(`${committed} batches`);
    }
    const sealing = checked(
      parseImport({ batches: [], ...(seal === undefined ? {} : { seal }) }, site, today),
    );
    const { sealedThrough } = checked(await importHistory(core, await siteNamed(core, id), sealing));
    out(
      `Imported ${committed} batches into ${site.slug}, ${duplicates} were there already; sealed through ${sealedThrough ?? 'no day'}.`,
    );
  });
