import { PERMISSIONS, ROLES } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { type Grant, grantOfUser, judge } from './grant.ts';

const reader: Grant = { permissions: ['read'], sites: ['kettles', 'teapots'] };

describe('a role', () => {
  /** Whether a person with the site `kettles` may do something there. */
  const EXPECTED = {
    //             read   privacy import settings people operate metrics
    owner: /*    */ [true, true, false, true, true, true, true],
    analyst: /*  */ [true, true, false, false, false, false, false],
    merchandiser: [true, false, false, false, false, false, false],
    auditor: /*  */ [false, true, false, false, false, false, false],
  };

  it.each(ROLES)('%s may do what the table says, and nothing else', (role) => {
    const grant = grantOfUser(role, ['kettles']);
    const may = PERMISSIONS.map((permission) => judge(grant, 'kettles', permission) === 'granted');
    expect(may).toEqual(EXPECTED[role]);
  });

  it.each(['analyst', 'merchandiser', 'auditor'] as const)('%s may do nothing on sites not named', (role) => {
    const grant = grantOfUser(role, ['kettles']);
    const verdicts = PERMISSIONS.map((permission) => judge(grant, 'pans', permission));
    expect(new Set(verdicts)).toEqual(new Set(['forbidden']));
  });

  it('of an owner covers every site, whatever is named', () => {
    expect(grantOfUser('owner', ['kettles']).sites).toBe('all');
  });

  it('may cover every site', () => {
    expect(judge(grantOfUser('auditor', 'all'), 'added-later', 'privacy')).toBe('granted');
  });
});

describe('a grant', () => {
  it.each([
    { grant: reader, site: 'kettles', permission: 'read', verdict: 'granted' },
    { grant: reader, site: null, permission: 'read', verdict: 'granted' },
    { grant: reader, site: 'pans', permission: 'read', verdict: 'forbidden' },
    { grant: reader, site: 'kettle', permission: 'read', verdict: 'forbidden' },
    { grant: reader, site: '', permission: 'read', verdict: 'forbidden' },
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
});
