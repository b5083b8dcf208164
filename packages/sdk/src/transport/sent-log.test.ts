import { describe, expect, it } from 'vitest';
import { createStore } from '../storage.ts';
import { logSent } from './sent-log.ts';

function tab(quota = Number.POSITIVE_INFINITY) {
  const values = new Map<string, string>();
  const store = createStore(
    () =>
      ({
        getItem: (key: string) => values.get(key) ?? null,
        setItem(key: string, value: string) {
          if (value.length > quota) throw new DOMException('full', 'QuotaExceededError');
          values.set(key, value);
        },
        removeItem: (key: string) => void values.delete(key),
      }) as Partial<Storage> as Storage,
  );
  return { store, logged: () => JSON.parse(values.get('holloway.sent') ?? '[]') as string[] };
}

describe('the log of what was sent', () => {
  it('holds the bodies as they went out, in their order', () => {
    const { store, logged } = tab();
    for (const body of ['{"a":1}', '{"b":2}']) logSent(store, body);
    expect(logged()).toEqual(['{"a":1}', '{"b":2}']);
  });

  it('holds a body that is sent again once', () => {
    const { store, logged } = tab();
    for (const body of ['a', 'b', 'a']) logSent(store, body);
    expect(logged()).toEqual(['a', 'b']);
  });

  it('holds bodies of quotation marks and commas as they are', () => {
    const { store, logged } = tab();
    const bodies = ['["a","b"]', '{"a":"\\","}', '","'];
    for (const body of bodies) logSent(store, body);
    for (const body of bodies) logSent(store, body);
    expect(logged()).toEqual(bodies);
  });

  it('keeps the last 32 KiB', () => {
    const { store, logged } = tab();
    const body = (i: number) => `["${i}","${'x'.repeat(4_000)}"]`;
    for (let i = 1; i <= 20; i++) logSent(store, body(i));
    expect(logged()).toEqual([13, 14, 15, 16, 17, 18, 19, 20].map(body));
  });

  it('begins anew where what is stored is not ours', () => {
    const { store, logged } = tab();
    store.set('holloway.sent', 'x');
    logSent(store, 'a');
    expect(logged()).toEqual(['a']);
  });

  it('keeps what it has where there is no more room', () => {
    const { store, logged } = tab(10);
    for (const body of ['a', 'b'.repeat(20)]) logSent(store, body);
    expect(logged()).toEqual(['a']);
  });
});
