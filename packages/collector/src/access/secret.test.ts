import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadSecret } from './secret.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holloway-secret-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the secret', () => {
  it('is made at the first start: 32 bytes in hex', () => {
    expect(loadSecret(join(folder, 'secret'))).toMatch(/^[0-9a-f]{64}$/);
  });

  it('stays the same', () => {
    const file = join(folder, 'secret');
    expect(loadSecret(file)).toBe(loadSecret(file));
  });

  it('is another in another place', () => {
    expect(loadSecret(join(folder, 'one'))).not.toBe(loadSecret(join(folder, 'two')));
  });

  it('can be read by its owner alone', () => {
    const file = join(folder, 'secret');
    loadSecret(file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('is not made anew over something else, whose content the message leaves out', () => {
    const file = join(folder, 'notes');
    writeFileSync(file, 'canary');
    expect(() => loadSecret(file)).toThrow(`${file} does not hold a secret: delete it, and another is made.`);
    expect(readFileSync(file, 'utf8')).toBe('canary');
  });

  it('is not made where there is no folder', () => {
    expect(() => loadSecret(join(folder, 'missing', 'secret'))).toThrow('ENOENT');
    expect(existsSync(join(folder, 'missing'))).toBe(false);
  });
});
