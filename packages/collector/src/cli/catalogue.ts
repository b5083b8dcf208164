/** `holloway catalogue import <site> <file>` */
import { readFile } from 'node:fs/promises';
import { type CatalogueEntry, MAX_TERM_LENGTH, TERM_KINDS } from '@holloway/protocol';
import { parseCsv } from './csv.ts';
import { CommandError, type Terminal } from './terminal.ts';
import { siteNamed, withCore } from './with-core.ts';

function entryOf(record: { readonly [column: string]: string }, line: number): CatalogueEntry {
  const kind = TERM_KINDS.find((known) => known === record['kind']);
  if (kind === undefined)
    throw new CommandError(`line ${line}: kind must be one of ${TERM_KINDS.join(', ')}`);
  const text = record['text'] ?? '';
  if (text === '' || text.length > MAX_TERM_LENGTH) {
    throw new CommandError(`line ${line}: text must be 1 to ${MAX_TERM_LENGTH} characters`);
  }
  const { label = '', category = '' } = record;
  return { kind, text, ...(label === '' ? {} : { label }), ...(category === '' ? {} : { category }) };
}

export const catalogueImport = (
  dataFolder: string,
  id: string,
  file: string,
  { out }: Terminal,
): Promise<void> =>
  withCore(dataFolder, async (core) => {
    const site = await siteNamed(core, id);
    const text = await readFile(file, 'utf8').catch(() => {
      throw new CommandError('the file cannot be read');
    });
    const entries = parseCsv(text).map((record, i) => entryOf(record, i + 2));
    await core.store.declare(site.id, entries);
    out(`Declared ${entries.length} terms of ${site.slug}.`);
  });
