import { describe, expect, it } from 'vitest';
import { createTurns } from './turns.ts';

/** Something long, for the test to end. */
function lasting() {
  let end = (): void => undefined;
  let fail = (_: Error): void => undefined;
  const over = new Promise<void>((resolve, reject) => {
    end = resolve;
    fail = reject;
  });
  return { work: () => over, end, fail };
}

describe('brief work', () => {
  it('is done at once where nothing long is under way', () => {
    const { brief, isLong } = createTurns();
    let done = false;
    void brief(() => {
      done = true;
    });
    expect(done).toBe(true);
    expect(isLong()).toBe(false);
  });

  it('waits for what is long, in the order it came', async () => {
    const { brief, long, isLong } = createTurns();
    const { work, end } = lasting();
    const done: string[] = [];
    const all = [
      long(work).then(() => done.push('long')),
      ...['first', 'second'].map((name) => brief(() => done.push(name))),
    ];
    expect(isLong()).toBe(true);
    await Promise.resolve();
    expect(done).toEqual([]);
    end();
    await Promise.all(all);
    expect(done.filter((what) => what !== 'long')).toEqual(['first', 'second']);
  });

  it('goes on where what is long fails, and its own failure is its own', async () => {
    const { brief, long } = createTurns();
    const { work, fail } = lasting();
    const failing = long(work);
    const waiting = brief(() => 'done');
    fail(new Error('no'));
    await expect(failing).rejects.toThrow('no');
    expect(await waiting).toBe('done');
    const broken = brief(() => {
      throw new Error('broken');
    });
    await expect(broken).rejects.toThrow('broken');
    expect(await brief(() => 'done')).toBe('done');
  });
});

describe('long work', () => {
  it('waits for other long work, and brief work for both', async () => {
    const { brief, long } = createTurns();
    const [one, other] = [lasting(), lasting()];
    const begun: string[] = [];
    const all = [
      long(() => {
        begun.push('one');
        return one.work();
      }),
      long(() => {
        begun.push('other');
        return other.work();
      }),
      brief(() => begun.push('brief')),
    ];
    expect(begun).toEqual(['one']);
    one.end();
    await all[0];
    expect(begun).toEqual(['one', 'other']);
    other.end();
    await Promise.all(all);
    expect(begun).toEqual(['one', 'other', 'brief']);
  });
});
