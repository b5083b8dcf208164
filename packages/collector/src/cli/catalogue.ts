/** `holloway catalogue import <site> <file>` */
import { readFile } from 'node:fs/promises';
import { type CatalogueEntry, isPrintable, MAX_TERM_LENGTH, OTHER, TERM_KINDS } from '@holloway/protocol';
import { parseCsv } from './csv.ts';
import { CommandError, type Terminal } from './terminal.ts';
import { siteNamed, withCore } from './with-core.ts';

function entryOf(fields: { readonly [column: string]: string }, record: number): CatalogueEntry {
  const kind = TERM_KINDS.find((known) => known === fields.kind);
  if (kind === undefined)
    throw new CommandError(`record ${record}: kind must be one of ${TERM_KINDS.join(', ')}`);
  const text = fields.text ?? '';
  if (text === '' || text.length > MAX_TERM_LENGTH || !isPrintable(text) || text === OTHER) {
    throw new CommandError(
      `record ${record}: text must be 1 to ${MAX_TERM_LENGTH} printable characters, and not ${OTHER}`,
    );
  }
  const { label = '', category = '' } = fields;
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
    const entries = parseCsv(text).map((fields, i) => entryOf(fields, i + 1));
    await core.store.declare(site.id, entries);
    out(`Declared ${entries.length} terms of ${site.slug}.`);
  });
