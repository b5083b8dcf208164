import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from './run.ts';
import { LONG } from './test-order.ts';

it.each(LONG)('the tests that begin first are there: e2e/%s', (name) => {
  expect(existsSync(path.join(ROOT, 'e2e', `${name}.test.ts`))).toBe(true);
});
