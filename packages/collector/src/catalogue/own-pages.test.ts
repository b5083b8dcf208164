import { expect, it } from 'vitest';
import { assemble } from '../../test/core.ts';
import { memoryStore } from '../../test/temporary.ts';
import type { SiteRecord } from '../store/store.ts';
import { hasSamePages } from './own-pages.ts';

it('the same pages are those of a site until its kind or its origins are others, or it is gone', async () => {
  const origins = ['https://a.example', 'https://b.example'];
  const site: SiteRecord = { ...(await (await assemble(memoryStore())).addSite()), origins };
  const now = (changes: Partial<SiteRecord>): boolean => hasSamePages(site, { ...site, ...changes });
  expect([now({}), now({ name: 'Other' }), now({ origins: origins.toReversed() })]).toEqual([
    true,
    true,
    true,
  ]);
  expect([now({ kind: 'test' }), now({ id: site.id + 1 })]).toEqual([false, false]);
  expect(now({ origins: origins.slice(1) })).toBe(false);
  expect(now({ origins: [...origins, 'https://c.example'] })).toBe(false);
  expect(now({ origins: ['https://a.example', 'https://c.example'] })).toBe(false);
  expect(hasSamePages(site, undefined)).toBe(false);
});
