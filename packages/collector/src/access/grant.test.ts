import { describe, expect, it } from 'vitest';
import { type Grant, grantOfUser, judge } from './grant.ts';

const reader: Grant = { permissions: ['read'], sites: ['kettles', 'teapots'] };

describe('a grant', () => {
  it.each([
    { grant: reader, site: 'kettles', permission: 'read', verdict: 'granted' },
    { grant: reader, site: null, permission: 'read', verdict: 'granted' },
    { grant: reader, site: 'pans', permission: 'read', verdict: 'forbidden' },
    { grant: reader, site: 'kettle', permission: 'read', verdict: 'forbidden' },
    { grant: reader, site: 'kettles', permission: 'import', verdict: 'forbidden' },
    {
      grant: { permissions: ['import'], sites: 'all' },
      site: 'pans',
      permission: 'import',
      verdict: 'granted',
    },
    {
      grant: { permissions: ['import'], sites: 'all' },
      site: 'pans',
      permission: 'read',
      verdict: 'forbidden',
    },
    {
      grant: { permissions: ['read'], sites: [] },
      site: 'kettles',
      permission: 'read',
      verdict: 'forbidden',
    },
    { grant: null, site: 'kettles', permission: 'read', verdict: 'unauthenticated' },
    { grant: null, site: null, permission: 'read', verdict: 'unauthenticated' },
  ] as const)('$grant asked to $permission $site is $verdict', ({ grant, site, permission, verdict }) => {
    expect(judge(grant, site, permission)).toBe(verdict);
  });

  it('of an owner covers every site, also when some are named', () => {
    expect(grantOfUser('owner', ['kettles'])).toEqual({ permissions: ['read'], sites: 'all' });
  });

  it('of a merchandiser covers the sites named', () => {
    expect(grantOfUser('merchandiser', ['kettles'])).toEqual({ permissions: ['read'], sites: ['kettles'] });
  });
});
