import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../test/temporary.ts';
import { databaseIn } from '../core.ts';
import { openSqliteStore } from '../store/sqlite.ts';
import { examineFiles } from './files.ts';

async function folder(): Promise<string> {
  const made = join(temporaryFolder(), 'data');
  mkdirSync(made, { mode: 0o700 });
  const store = openSqliteStore(databaseIn(made));
  await store.close();
  chmodSync(databaseIn(made), 0o600);
  return made;
}

const found = (data: string) =>
  examineFiles(data)
    .filter(({ level }) => level !== 'ok')
    .map(({ level, says }) => `${level}: ${says}`);

describe('the data folder', () => {
  it('is as it should be', async () => {
    expect(found(await folder())).toEqual([]);
  });

  it('that is not there yet is no fault', () => {
    expect(found(join(temporaryFolder(), 'none'))).toEqual(['warning: the data folder is not there yet']);
  });

  it.each([
    ['the data folder', ''],
    ['holloway.sqlite', 'holloway.sqlite'],
    ['secret', 'secret'],
    ['statement-key.json', 'statement-key.json'],
  ])('is wrong where others may read %s', async (said, name) => {
    const data = await folder();
    const file = join(data, name);
    if (name !== '' && name !== 'holloway.sqlite') writeFileSync(file, 'x');
    chmodSync(file, name === '' ? 0o755 : 0o640);
    expect(found(data)).toEqual([`wrong: ${said} may be read by other users of the machine`]);
  });

  it('is wrong where a database is damaged', async () => {
    const data = await folder();
    writeFileSync(databaseIn(data), 'no database'.repeat(500), { mode: 0o600 });
    expect(found(data)).toEqual([expect.stringMatching(/^wrong: holloway\.sqlite: it is damaged/)]);
  });
});
