import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../test/temporary.ts';
import { makePrivate, writeOnce } from './write-once.ts';

describe('a file that is written once', () => {
  it('is there whole, readable by its owner alone, and nothing else is left', () => {
    const folder = temporaryFolder();
    expect(writeOnce(join(folder, 'secret'), 'one')).toBe(true);
    expect(readFileSync(join(folder, 'secret'), 'utf8')).toBe('one');
    expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['secret']);
  });

  it('stays as it is when another is written in its place', () => {
    const folder = temporaryFolder();
    writeOnce(join(folder, 'secret'), 'one');
    expect(writeOnce(join(folder, 'secret'), 'another')).toBe(false);
    expect(readFileSync(join(folder, 'secret'), 'utf8')).toBe('one');
    expect(readdirSync(folder)).toEqual(['secret']);
  });

  it('cannot be written into a folder that is not there', () => {
    expect(() => writeOnce(join(temporaryFolder(), 'nowhere', 'secret'), 'one')).toThrow('ENOENT');
  });
});

describe('an empty file for a database', () => {
  it('is readable by its owner alone', () => {
    const file = join(temporaryFolder(), 'some.sqlite');
    makePrivate(file);
    expect(statSync(file)).toMatchObject({ size: 0 });
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('takes the place of none that is there', () => {
    const file = join(temporaryFolder(), 'some.sqlite');
    writeOnce(file, 'a database');
    makePrivate(file);
    expect(readFileSync(file, 'utf8')).toBe('a database');
  });

  it('cannot be made in a folder that is not there', () => {
    expect(() => makePrivate(join(temporaryFolder(), 'nowhere', 'some.sqlite'))).toThrow('ENOENT');
  });
});
