/** Declares what a store consists of as its developer would: by a file of the CLI. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CatalogueEntry } from '@holloway/protocol';
import type { Collector } from './collector.ts';

const quoted = (text = ''): string => `"${text.replaceAll('"', '""')}"`;

export async function declareCatalogue(
  { data, holloway }: Collector,
  site: string,
  catalogue: readonly CatalogueEntry[],
): Promise<void> {
  const lines = catalogue.map(({ kind, text, label, category }) =>
    [kind, text, label, category].map(quoted).join(','),
  );
  const file = join(data, 'catalogue.csv');
  await writeFile(file, ['kind,text,label,category', ...lines].join('\n'));
  await holloway('catalogue', 'import', site, file);
}
