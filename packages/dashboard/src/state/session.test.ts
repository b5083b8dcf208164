import { describe, expect, it } from 'vitest';
import { type Api, ApiError } from '../api/client.ts';
import { createSession } from './session.ts';

const user = { name: 'Ada', email: 'ada@store.example' };

function sessionWith(more: Partial<Api>) {
  return createSession({ getUser: async () => user, getSites: async () => [], ...more } as Api);
}

describe('a session', () => {
  it('starts signed in where the collector knows it', async () => {
    const session = sessionWith({});
    await session.start();
    expect(session.current.value).toEqual({ state: 'signed-in', user, sites: [] });
  });

  it('starts signed out where it does not', async () => {
    const session = sessionWith({ getUser: async () => null });
    await session.start();
    expect(session.current.value).toEqual({ state: 'signed-out', reason: 'none' });
  });

  it('tells why it cannot start', async () => {
    const error = new ApiError('unreachable', 'gone');
    const session = sessionWith({ getUser: () => Promise.reject(error) });
    await session.start();
    expect(session.current.value).toEqual({ state: 'failed', error });
  });

  it('stays signed out after a wrong password', async () => {
    const session = sessionWith({
      getUser: async () => null,
      signIn: () => Promise.reject(new ApiError('signed-out', 'wrong')),
    });
    await session.start();
    await expect(session.signIn('ada@store.example', 'wrong')).rejects.toThrow('wrong');
    expect(session.current.value.state).toBe('signed-out');
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
});
