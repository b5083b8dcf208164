import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openStore, temporaryFolder } from '../../test/temporary.ts';
import { openSqliteStore } from '../store/sqlite.ts';
import { backupMake, backupRestore, dataCheck } from './backup.ts';
import { CommandError } from './terminal.ts';

function terminal() {
  const said: string[] = [];
  return { said, out: (line: string) => void said.push(line), progress: () => undefined };
}

/** A data folder with a database and nothing in it. */
function dataFolder(): string {
  const folder = temporaryFolder();
  void openSqliteStore(join(folder, 'holloway.sqlite')).close();
  return folder;
}

describe('holloway backup and restore', () => {
  it('say that what they made is checked, and what it holds', () => {
    const { said, ...rest } = terminal();
    const backup = join(temporaryFolder(), 'backup');
    backupMake(dataFolder(), backup, rest);
    backupRestore(join(temporaryFolder(), 'var'), backup, rest);
    expect(said).toEqual([
      'Saved and checked. It holds accounts and secrets: keep it as safe as the data folder.',
      'Restored and checked. What was counted since the backup was made is gone; holloway serve goes on from it.',
    ]);
  });

  it('say what to mend where the folder does not fit', () => {
    const folder = dataFolder();
    expect(() => backupMake(folder, folder, terminal())).toThrow(
      new CommandError('the backup is there already; nothing is overwritten'),
    );
    expect(() => backupRestore(folder, folder, terminal())).toThrow(CommandError);
  });
});

describe('holloway check', () => {
  it('says that a folder is whole', () => {
    const { said, ...rest } = terminal();
    dataCheck(dataFolder(), {}, rest);
    expect(said).toEqual(['The data folder is whole: pages, schema, and what is promised of its numbers.']);
  });

  it('fails where there is nothing to be checked', () => {
    expect(() => dataCheck(temporaryFolder(), {}, terminal())).toThrow(
      new CommandError('HOLLOWAY_DATA holds no data that could be checked'),
    );
  });

  it('fails, and tells file and finding, where it is not', () => {
    const folder = dataFolder();
    const db = new Database(join(folder, 'holloway.sqlite'));
    db.exec('INSERT INTO waiting VALUES (1, 1, 0, 19990, 1, 0, 0, 0, -1, 0, 0, 0)');
    db.close();
    expect(() => dataCheck(folder, {}, terminal())).toThrow(
      new CommandError(
        'the data folder is not whole:\n  holloway.sqlite: 1 rows of waiting have a negative count',
      ),
    );
  });

  it('accepts the loss of what stands behind the damage of a log only when it is told to', async () => {
    const lived = join(temporaryFolder(), 'holloway.sqlite');
    const store = openStore(lived);
    for (const nonce of ['a', 'b', 'c', 'd']) await store.commit([nonce], 1, () => ({ terms: [], rows: [] }));
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'holloway.sqlite'), readFileSync(lived));
    const log = readFileSync(`${lived}-wal`);
    const at = log.length - 4 * 4120 + 1000;
    log.writeUInt8(log.readUInt8(at) ^ 1, at);
    writeFileSync(join(folder, 'holloway.sqlite-wal'), log);
    expect(() => dataCheck(folder, {}, terminal())).toThrow(/its write-ahead log is damaged/);
    const { said, ...rest } = terminal();
    dataCheck(folder, { acceptLoss: true }, rest);
    expect(said[0]).toBe('Went on with what is whole: holloway.sqlite.');
    dataCheck(folder, { acceptLoss: true }, rest);
    expect(said[2]).toBe('No log is damaged; nothing was changed.');
  });
});
