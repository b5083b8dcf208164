import { expect, it } from 'vitest';
import { temporaryFolder } from '../../test/temporary.ts';
import { siteAdd } from '../cli/site.ts';
import { withCore } from '../cli/with-core.ts';
import { StoreUnavailableError } from '../store/store.ts';
import { createComposer } from './digest-beside.ts';

const ORDER = { language: 'de', url: null, week: { from: '2026-11-16', to: '2026-11-22' } } as const;

it('a digest is made in a process of its own, while the folder is open here; what cannot be made says so', async () => {
  const folder = temporaryFolder();
  const terminal = { out: () => undefined, progress: () => undefined };
  await siteAdd(folder, 'shop', { origin: ['https://shop.example'] }, terminal);
  await withCore(folder, async (core) => {
    const [site] = await core.registry.sites();
    if (site === undefined) throw new Error('there is no site');
    const compose = createComposer(folder);
    await expect(compose({ ...site, slug: 'gone' }, ORDER)).rejects.toThrow(StoreUnavailableError);
    // None is made in a millisecond: it is ended, and holds up nothing.
    await expect(createComposer(folder, 1)(site, ORDER)).rejects.toThrow(StoreUnavailableError);
    expect(await compose(site, ORDER)).toMatchObject({
      kind: 'weekly-digest',
      language: 'de',
      week: ORDER.week,
      site: { id: 'shop' },
    });
  });
});
