import type { Account } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { type Api, ApiError } from '../api/client.ts';
import { createSession } from './session.ts';

const account: Account = {
  id: '1',
  name: 'Ada',
  email: 'ada@store.example',
  role: 'analyst',
  sites: 'all',
  secondFactor: false,
  permissions: ['read', 'privacy'],
};

function sessionWith(more: Partial<Api>) {
  return createSession({ getAccount: async () => account, getSites: async () => [], ...more } as Api);
}

describe('a session', () => {
  it('starts signed in where the collector knows it', async () => {
    const session = sessionWith({});
    await session.start();
    expect(session.current.value).toEqual({ state: 'signed-in', account, sites: [] });
  });

  it('starts signed out where it does not', async () => {
    const session = sessionWith({ getAccount: async () => null });
    await session.start();
    expect(session.current.value).toEqual({ state: 'signed-out', reason: 'none' });
  });

  it('tells why it cannot start', async () => {
    const error = new ApiError('unreachable', 'gone');
    const session = sessionWith({ getAccount: () => Promise.reject(error) });
    await session.start();
    expect(session.current.value).toEqual({ state: 'failed', error });
  });

  it('takes up what changed of the account', async () => {
    const names = ['Ada', 'Ada L.'];
    const session = sessionWith({ getAccount: async () => ({ ...account, name: names.shift() ?? '' }) });
    await session.start();
    await session.start();
    expect(session.current.value).toMatchObject({ state: 'signed-in', account: { name: 'Ada L.' } });
  });

  it('is left even if the collector cannot be told', async () => {
    const session = sessionWith({ signOut: () => Promise.reject(new ApiError('unreachable', 'gone')) });
    await session.start();
    await session.signOut();
    expect(session.current.value).toEqual({ state: 'signed-out', reason: 'none' });
  });

  it('says that it ended when the collector no longer knows it', async () => {
    const session = sessionWith({});
    await session.start();
    session.end();
    expect(session.current.value).toEqual({ state: 'signed-out', reason: 'ended' });
  });

  it('cannot end where nobody is signed in', async () => {
    const session = sessionWith({ getAccount: async () => null });
    await session.start();
    session.end();
    expect(session.current.value).toEqual({ state: 'signed-out', reason: 'none' });
  });
});
