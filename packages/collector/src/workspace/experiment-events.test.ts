import type { Experiment } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { experimentEvents } from './experiment-events.ts';

const TODAY = '2026-11-23';
const test = (more: Partial<Experiment> = {}): Experiment => ({
  ...{ id: 'hero', title: 'A promise', metric: 'order', status: 'running', from: '2026-11-10' },
  arms: [
    { name: 'a', share: 50 },
    { name: 'b', share: 50 },
  ],
  ...more,
});
const told = (experiment: Experiment) =>
  experimentEvents([experiment], [], TODAY).map((event) => `${event.day} ${event.what}`);

describe('a layout test', () => {
  it('is told on the day it begins, and not before', () => {
    expect(told(test())).toEqual(['2026-11-10 started']);
    expect(told(test({ from: TODAY }))).toEqual(['2026-11-23 started']);
    expect(told(test({ from: '2026-11-24' }))).toEqual([]);
  });

  it('is told on its last day, once that is over or it was ended', () => {
    expect(told(test({ to: '2026-11-22' }))).toEqual(['2026-11-10 started', '2026-11-22 stopped']);
    expect(told(test({ to: TODAY }))).toEqual(['2026-11-10 started']);
    expect(told(test({ to: TODAY, status: 'ended' }))).toEqual(['2026-11-10 started', '2026-11-23 stopped']);
  });

  it('is told as decided, with the arm, by what was found out of it alone', () => {
    const decided = (experiment: string) =>
      ({ experiment, day: '2026-11-14', arm: 'b', verdict: 'better' }) as const;
    expect(experimentEvents([test()], [decided('other'), decided('hero')], TODAY)[1]).toEqual({
      ...{ kind: 'experiment', experiment: 'hero', title: 'A promise', day: '2026-11-14' },
      ...{ what: 'decided', arm: 'b', verdict: 'better' },
    });
  });
});
