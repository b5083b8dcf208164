import type { Experiment, ExperimentRow } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { experimentViews, moreWords, verdictWords } from './experiments.ts';

const HERO: Experiment = {
  id: 'hero',
  title: 'A promise',
  arms: [
    { name: 'a', share: 50 },
    { name: 'b', share: 50 },
  ],
  metric: 'order',
  status: 'running',
  from: '2026-11-01',
};

const rowsOf = (arm: string, exposed: number, order: number | null): ExperimentRow[] => [
  { experiment: 'hero', arm, metric: '(any)', exposed, n: exposed, people: exposed },
  ...(order === null ? [] : [{ experiment: 'hero', arm, metric: 'order', exposed, n: order, people: order }]),
];

const viewOf = (a: [number, number | null], b: [number, number | null], more: Partial<Experiment> = {}) => {
  const [view] = experimentViews([{ ...HERO, ...more }], [...rowsOf('a', ...a), ...rowsOf('b', ...b)]);
  if (view === undefined) throw new Error('no view');
  return view;
};

describe('what a test says', () => {
  it('is not decided at first, and then says for whom the counts speak and when it is', () => {
    expect(verdictWords(viewOf([2000, 100], [2000, 150]))).toEqual([
      'Not decided yet: the counts speak 11 to 1 for b; it is decided at 20 to 1.',
    ]);
  });

  it('speaks for the page as it is where the other arm is behind', () => {
    expect(verdictWords(viewOf([2000, 145], [2000, 100]))[0]).toMatch(/ to 1 for a; /);
  });

  it('speaks for no difference where there is none', () => {
    expect(verdictWords(viewOf([20_000, 1000], [20_000, 1000]))).toEqual([
      'Not decided yet: so far the counts speak 3.3 to 1 for no difference between b and a.',
    ]);
  });

  it('is that an arm is better or worse, and by how much', () => {
    expect(verdictWords(viewOf([4000, 200], [4000, 320]))[0]).toMatch(
      /^b is better: 1\.6 times the rate of a, between 1\.\d+ and \d\.\d+ times\.$/,
    );
    expect(verdictWords(viewOf([4000, 320], [4000, 200]))[0]).toMatch(
      /^b is worse: 0\.6\d times the rate of a/,
    );
  });

  it('is nothing where the traffic is not split as planned', () => {
    expect(verdictWords(viewOf([4000, 200], [3000, 320]))).toEqual([
      'The traffic split is off: repair before reading. Visits do not fall on the arms by their shares, so that they cannot be compared.',
    ]);
  });

  it('waits for outcomes', () => {
    expect(verdictWords(viewOf([400, 20], [400, null]))).toEqual(['Too few visits yet to compare the arms.']);
  });

  it('stays open for one that has ended undecided', () => {
    const ended = viewOf([2000, 100], [2000, 110], { status: 'ended', to: '2026-11-20' });
    expect(verdictWords(ended)).toEqual(['b and a: ended without a decision.']);
    expect(moreWords(ended)).toBeNull();
  });

  it('asks more of each of three arms', () => {
    const three = { arms: [...'abc'].map((name, i) => ({ name, share: i === 0 ? 34 : 33 })) };
    const [view] = experimentViews(
      [{ ...HERO, ...three }],
      [...rowsOf('a', 3400, 170), ...rowsOf('b', 3300, 200), ...rowsOf('c', 3300, 170)],
    );
    expect(view?.mark).toBe(40);
  });
});

describe('how far it is to go', () => {
  it('is about as many visits as tell a difference of a tenth, by the rule that decides', () => {
    const view = viewOf([2000, 100], [2000, 110]);
    expect(view.more).toBeGreaterThan(50_000);
    expect(view.more).toBeLessThan(150_000);
    expect(moreWords(view)).toMatch(/^A difference of a tenth shows after about [\d,]+ more visits\.$/);
    expect(viewOf([20_000, 1000], [20_000, 1010]).more).toBeLessThan(view.more ?? 0);
  });

  it('is over where there are as many', () => {
    expect(moreWords(viewOf([100_000, 5000], [100_000, 5010]))).toBe(
      'By now a difference of a tenth would mostly have shown.',
    );
  });

  it('is not said of a test that is decided, or without a rate', () => {
    expect(moreWords(viewOf([4000, 200], [4000, 320]))).toBeNull();
    expect(moreWords(viewOf([400, null], [400, 20]))).toBeNull();
  });
});

describe('the tests', () => {
  it('stand with those that run first, and the latest before', () => {
    const ids = (list: readonly Experiment[]): string[] =>
      experimentViews(list, []).map(({ experiment }) => experiment.id);
    expect(
      ids([
        { ...HERO, id: 'over', status: 'ended', from: '2026-11-20', to: '2026-11-21' },
        { ...HERO, id: 'old', from: '2026-10-01' },
        { ...HERO, id: 'new', from: '2026-11-10' },
      ]),
    ).toEqual(['new', 'old', 'over']);
  });
});
