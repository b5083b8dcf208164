import { expect, it } from 'vitest';
import { examineStaff } from './staff.ts';

it.each([
  [[], 'nobody can sign in as owner'],
  [[{ role: 'merchandiser', hasSecondFactor: true }], 'nobody can sign in as owner'],
  [
    [
      { role: 'owner', hasSecondFactor: false },
      { role: 'owner', hasSecondFactor: true },
    ],
    '1 of 2 owners sign in with a password alone',
  ],
  [[{ role: 'owner', hasSecondFactor: true }], 'every owner has a second factor'],
])('of %j says that %s', (people, says) => {
  expect(examineStaff(people).map((finding) => finding.says)).toEqual([says]);
});
