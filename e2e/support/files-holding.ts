/** Looks for a text in every file below a folder: what was written down, and where. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** @returns The files that hold it, as bytes anywhere in them. */
export async function filesHolding(folder: string, text: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.filter((each) => each.isFile())) {
    const file = join(entry.parentPath, entry.name);
    if ((await readFile(file)).includes(text)) found.push(file);
  }
  return found;
}
