import { expect, it } from 'vitest';
import { createDropCounter } from './drops.ts';

it('drops are counted by reason, and what was told does not change afterwards', () => {
  const drops = createDropCounter();
  drops.count('bot');
  drops.count('bot');
  drops.count('gpc');
  const told = drops.totals();
  drops.count('archive');
  expect(told).toEqual({ bot: 2, gpc: 1, archive: 0, refusal: 0 });
  expect(drops.totals()).toEqual({ bot: 2, gpc: 1, archive: 1, refusal: 0 });
});
