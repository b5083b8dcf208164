import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../test/temporary.ts';
import { openToOthers } from './open-to-others.ts';

describe('what others may read', () => {
  it.each([
    { mode: 0o600, open: [] },
    { mode: 0o700, open: [] },
    { mode: 0o640, open: ['file'] },
    { mode: 0o604, open: ['file'] },
    { mode: 0o610, open: ['file'] },
  ])('of a file of mode $mode is $open', ({ mode, open }) => {
    const folder = join(temporaryFolder(), 'data');
    mkdirSync(folder, { mode: 0o700 });
    writeFileSync(join(folder, 'file'), 'x');
    chmodSync(join(folder, 'file'), mode);
    expect(openToOthers(folder, ['.', 'file', 'not there'])).toEqual(open);
  });

  it('may be the folder', () => {
    const folder = temporaryFolder();
    chmodSync(folder, 0o750);
    expect(openToOthers(folder, ['.'])).toEqual(['.']);
  });
});
