import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../test/temporary.ts';
import { keysIn } from './keys.ts';

describe('the key that signs statements', () => {
  it('is made at first need, and stays the same', async () => {
    const file = join(temporaryFolder(), 'key.json');
    const keys = keysIn(file);
    expect(existsSync(file)).toBe(false);
    const key = await keys.current();
    expect(key).toMatchObject({ kty: 'OKP', crv: 'Ed25519' });
    expect(await keys.current()).toEqual(key);
    expect(await keysIn(file).current()).toEqual(key);
  });

  it('is one, however many need it first', async () => {
    const file = join(temporaryFolder(), 'key.json');
    const made = await Promise.all([keysIn(file).current(), keysIn(file).current(), keysIn(file).current()]);
    expect(new Set(made.map(({ x }) => x)).size).toBe(1);
  });

  it('can be read by its owner alone, after a rotation too', async () => {
    const file = join(temporaryFolder(), 'key.json');
    const keys = keysIn(file);
    await keys.current();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    await keys.rotate();
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('is another after a rotation, at once for every process, and the one before is gone', async () => {
    const file = join(temporaryFolder(), 'key.json');
    const [one, other] = [keysIn(file), keysIn(file)];
    const before = await one.current();
    const after = await one.rotate();
    expect(after.x).not.toBe(before.x);
    expect(await other.current()).toEqual(after);
    expect(readFileSync(file, 'utf8')).not.toContain(before.d);
    expect(existsSync(`${file}.next`)).toBe(false);
  });

  it.each(['canary', '{"kty":"OKP","crv":"Ed25519","x":"canary"}', ''])(
    'is not made anew over %j, whose content the message leaves out',
    async (content) => {
      const file = join(temporaryFolder(), 'key.json');
      writeFileSync(file, content);
      await expect(keysIn(file).current()).rejects.toThrow(
        `${file} does not hold a signing key: move it away, and another is made.`,
      );
      expect(readFileSync(file, 'utf8')).toBe(content);
    },
  );

  it('is not made where there is no folder', async () => {
    await expect(keysIn(join(temporaryFolder(), 'missing', 'key.json')).current()).rejects.toThrow('ENOENT');
  });
});
