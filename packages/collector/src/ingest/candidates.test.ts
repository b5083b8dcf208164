import { describe, expect, it } from 'vitest';
import { type Candidate, type CandidateBounds, type Candidates, createCandidates } from './candidates.ts';

const DAY = 20_000;

const BOUNDS: CandidateBounds = {
  perSite: 3,
  overall: 5,
  newPerSupporter: 100,
  heldPerCandidate: 4,
  heldPerSite: 6,
  heldOverall: 9,
};

const open = (bounds: Partial<CandidateBounds> = {}): Candidates =>
  createCandidates({ ...BOUNDS, ...bounds });

const bring = (
  candidates: Candidates,
  text: string,
  { site = 1, day = DAY, supporter = `of ${text}` } = {},
) => {
  const candidate = candidates.of({ site, kind: 'page', text }, day, supporter);
  if (candidate !== null) candidates.support(candidate, day, supporter);
  return candidate;
};

/** Whether it is still the one that was brought. */
const isKept = (candidates: Candidates, candidate: Candidate | null): boolean =>
  candidate !== null && candidates.of(candidate, DAY, 'who asks') === candidate;

const hold = (candidates: Candidates, candidate: Candidate | null, times: number, day = DAY): void => {
  if (candidate === null) throw new Error('the test holds for a string that is there');
  for (let i = 0; i < times; i++) {
    candidates.hold(candidate, {
      day,
      fact: 1,
      dimensions: [candidate],
      slices: [0],
      measures: { n: 1, people: 1, reach: 1, total: 0 },
    });
  }
};

describe('strings on probation', () => {
  it('are one for each kind, text and site', () => {
    const candidates = open();
    const page = bring(candidates, '/a');
    expect(bring(candidates, '/a')).toBe(page);
    expect(candidates.of({ site: 1, kind: 'product', text: '/a' }, DAY, 'x')).not.toBe(page);
    expect(bring(candidates, '/a', { site: 2 })).not.toBe(page);
  });

  it('count each supporter of a day once', () => {
    const candidates = open();
    const a = bring(candidates, '/a', { supporter: 'x' }) as Candidate;
    expect(candidates.support(a, DAY, 'x')).toBe(1);
    expect(candidates.support(a, DAY, 'y')).toBe(2);
    expect(candidates.support(a, DAY + 1, 'y')).toBe(1);
  });
});

describe('where a site has too many', () => {
  it('the one goes that went longest without another supporter', () => {
    const candidates = open();
    const [a, b] = [bring(candidates, '/a'), bring(candidates, '/b')];
    bring(candidates, '/c');
    bring(candidates, '/a', { supporter: 'another' });
    bring(candidates, '/d');
    expect([candidates.size, isKept(candidates, a), isKept(candidates, b)]).toEqual([3, true, false]);
  });

  it('being sent again by the same network helps nothing', () => {
    const candidates = open();
    const a = bring(candidates, '/a');
    for (const text of ['/b', '/c']) bring(candidates, text);
    bring(candidates, '/a');
    bring(candidates, '/d');
    expect(isKept(candidates, a)).toBe(false);
  });

  it('what was held for it is let go with it', () => {
    const candidates = open();
    hold(candidates, bring(candidates, '/a'), 2);
    for (const text of ['/b', '/c', '/d']) bring(candidates, text);
    expect(candidates.held).toBe(0);
  });

  it('nothing is held for one that had to go', () => {
    const candidates = open();
    const a = bring(candidates, '/a');
    for (const text of ['/b', '/c', '/d']) bring(candidates, text);
    hold(candidates, a, 1);
    expect(candidates.held).toBe(0);
  });

  it('another site loses none', () => {
    const candidates = open({ overall: 100 });
    const other = bring(candidates, '/a', { site: 2 });
    for (let i = 0; i < 50; i++) bring(candidates, `/${i}`);
    expect([candidates.size, isKept(candidates, other)]).toEqual([4, true]);
  });
});

describe('where all sites together have too many', () => {
  it('the site gives that has most', () => {
    const candidates = open();
    const small = bring(candidates, '/a', { site: 2 });
    for (const text of ['/b', '/c', '/d']) bring(candidates, text);
    const smaller = bring(candidates, '/e', { site: 3 });
    bring(candidates, '/f', { site: 4 });
    expect(candidates.size).toBe(5);
    expect([isKept(candidates, small), isKept(candidates, smaller)]).toEqual([true, true]);
  });

  it('what is held is bounded too, and the site gives that holds most', () => {
    const candidates = open();
    const small = bring(candidates, '/a', { site: 2 });
    hold(candidates, small, 3);
    for (const text of ['/b', '/c']) hold(candidates, bring(candidates, text), 3);
    expect(candidates.held).toBe(9);
    hold(candidates, bring(candidates, '/d', { site: 3 }), 1);
    expect([candidates.held, small?.held.length]).toEqual([7, 3]);
  });
});

describe('what one network may bring in a day', () => {
  it('is bounded, whatever days it claims; behind the strings of others it may stand', () => {
    const candidates = open({ newPerSupporter: 2 });
    const theirs = bring(candidates, '/theirs', { supporter: 'others' });
    const brought = ['/a', '/b', '/c'].map((text, i) =>
      bring(candidates, text, { supporter: 'one', day: DAY - (i % 2) }),
    );
    expect(brought.map((candidate) => candidate !== null)).toEqual([true, true, false]);
    expect(bring(candidates, '/theirs', { supporter: 'one' })).toBe(theirs);
  });

  it('begins anew with the next day, and is another on another site', () => {
    const candidates = open({ newPerSupporter: 1 });
    bring(candidates, '/a', { supporter: 'one' });
    expect(bring(candidates, '/b', { supporter: 'one', site: 2 })).not.toBeNull();
    expect(bring(candidates, '/b', { supporter: 'one' })).toBeNull();
    expect(bring(candidates, '/b', { supporter: 'one', day: DAY + 1 })).not.toBeNull();
  });
});

describe('what is held', () => {
  it('for one string has a ceiling', () => {
    const candidates = open();
    const a = bring(candidates, '/a');
    hold(candidates, a, 10);
    expect(a?.held).toHaveLength(4);
  });

  it('of a day that is sealed is let go, and the string with it where nothing of a later day is left', () => {
    const candidates = open();
    const a = bring(candidates, '/a');
    hold(candidates, a, 2);
    hold(candidates, a, 1, DAY + 1);
    bring(candidates, '/b');
    candidates.forget(1, DAY);
    expect([candidates.size, candidates.held]).toEqual([1, 1]);
    candidates.forget(1, DAY + 1);
    expect([candidates.size, candidates.held]).toEqual([0, 0]);
  });

  it('is let go when the string has its name', () => {
    const candidates = open();
    const a = bring(candidates, '/a') as Candidate;
    hold(candidates, a, 3);
    candidates.drop(a);
    expect([candidates.size, candidates.held]).toEqual([0, 0]);
  });
});
