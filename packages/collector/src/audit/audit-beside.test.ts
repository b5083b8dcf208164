import { describe, expect, it } from 'vitest';
import { AUDITED_AT, auditedFolder } from '../../test/audited.ts';
import { temporaryFolder } from '../../test/temporary.ts';
import { StoreUnavailableError } from '../store/store.ts';
import { createAudits } from './audit-beside.ts';

describe('an audit beside a collector', () => {
  it('is made in a process of its own, and tells what may be told', async () => {
    const { folder } = await auditedFolder();
    const told = await createAudits(folder)('shop', AUDITED_AT);
    expect(told).toMatchObject({ site: 'shop', made: '2026-11-23', smallRows: 0 });
    expect(told?.checks.flatMap(({ breaches }) => breaches)).toEqual([]);
    expect(told).not.toHaveProperty('open');
  });

  it('is one for all who ask for a site at the same time', async () => {
    const { folder } = await auditedFolder();
    const audits = createAudits(folder);
    const asked = ['shop', 'another', 'shop'].map((slug) => audits(slug, AUDITED_AT));
    expect(asked[0]).toBe(asked[2]);
    const [shop, another] = await Promise.all(asked);
    expect(shop?.site).toBe('shop');
    expect(another).toBeNull();
    expect(audits('shop', AUDITED_AT)).not.toBe(asked[0]);
  });

  it('that cannot be made says so, and the next one is made', async () => {
    await expect(createAudits(temporaryFolder())('shop', AUDITED_AT)).rejects.toThrow(StoreUnavailableError);
  });
});
