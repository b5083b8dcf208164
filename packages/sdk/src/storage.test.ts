import { describe, expect, it } from 'vitest';
import { createStore, parseStored } from './storage.ts';

const blocked = () => {
  throw new DOMException('blocked', 'SecurityError');
};

describe('a store', () => {
  it('keeps what it is given, and says so', () => {
    const values = new Map<string, string>();
    const store = createStore(
      () =>
        ({
          getItem: (key: string) => values.get(key) ?? null,
          setItem: (key: string, value: string) => void values.set(key, value),
          removeItem: (key: string) => void values.delete(key),
        }) as Partial<Storage> as Storage,
    );
    expect([store.get('a'), store.replace('a', '0'), store.set('a', '1'), store.get('a')]).toEqual([
      null,
      true,
      undefined,
      '1',
    ]);
    store.remove('a');
    expect([store.get('a'), values.size]).toEqual([null, 0]);
  });

  it('changes what it holds in one step, so that no other tab sees nothing between two values', () => {
    const steps: string[] = [];
    const storage = {
      getItem: () => null,
      setItem: (_: string, value: string) => void steps.push(`set ${value}`),
      removeItem: () => void steps.push('remove'),
    } as Partial<Storage> as Storage;
    createStore(() => storage).set('a', '1');
    expect(steps).toEqual(['set 1']);
  });

  it('keeps it for the page alone where storage is blocked', () => {
    const store = createStore(blocked);
    expect([store.get('a'), store.set('a', '1'), store.get('a')]).toEqual([null, undefined, '1']);
    store.remove('a');
    expect(store.get('a')).toBeNull();
  });

  it('does not give out what storage held before it was full, unless it was to be replaced', () => {
    const values = new Map([['a', 'old']]);
    const full = {
      getItem: (key: string) => values.get(key) ?? null,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
      removeItem: (key: string) => void values.delete(key),
    } as Partial<Storage> as Storage;
    const store = createStore(() => full);
    expect([store.replace('a', 'newer'), store.get('a')]).toEqual([false, 'old']);
    store.set('a', 'new');
    expect([store.get('a'), values.get('a')]).toEqual(['new', undefined]);
    store.remove('a');
    expect(store.get('a')).toBeNull();
  });
});

describe('what was stored', () => {
  it.each([
    { text: null, value: null },
    { text: '', value: null },
    { text: '{', value: null },
    { text: '[1]', value: [1] },
  ])('reads $text as $value', ({ text, value }) => {
    expect(parseStored(text)).toEqual(value);
  });
});
