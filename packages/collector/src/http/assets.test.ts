import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../test/temporary.ts';
import { builtFolders } from './assets.ts';

it('takes what was built from beside the code where it is installed, else from the packages of the repository', () => {
  const code = join(temporaryFolder(), 'collector/dist');
  mkdirSync(code, { recursive: true });
  expect(builtFolders(code)).toEqual({
    sdk: join(code, '../../sdk/dist'),
    dashboard: join(code, '../../dashboard/dist'),
  });
  mkdirSync(join(code, 'assets'));
  expect(builtFolders(code)).toEqual({
    sdk: join(code, 'assets/sdk'),
    dashboard: join(code, 'assets/dashboard'),
  });
});
