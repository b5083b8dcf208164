import type { ExperimentRow } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { beforeAfter, layoutVerdicts } from './layout-verdict.ts';

const arm = (name: string, exposed: number | null, ordered: number): ExperimentRow[] => [
  { experiment: 'hero', arm: name, metric: '(any)', exposed, n: exposed ?? 0, people: exposed ?? 0 },
  { experiment: 'hero', arm: name, metric: 'order', exposed, n: ordered, people: ordered },
];

describe('the verdict on a layout', () => {
  it('is that the arm is better once the Bayes factor is 20', () => {
    const [verdict, ...others] = layoutVerdicts([...arm('a', 10_000, 500), ...arm('b', 10_050, 680)]);
    expect(others).toEqual([]);
    expect(verdict).toMatchObject({ arm: 'b', control: 'a', metric: 'order', verdict: 'better' });
    expect(verdict?.bayesFactor).toBeGreaterThan(20);
    expect(verdict?.ratio?.low).toBeGreaterThan(1);
  });

  it('is open before, with the interval that holds all the same', () => {
    const [verdict] = layoutVerdicts([...arm('a', 1000, 50), ...arm('b', 1000, 62)]);
    expect(verdict?.verdict).toBe('open');
    expect(verdict?.ratio?.low).toBeLessThan(1);
  });

  it('is that the arm is worse where it is, against the control that the plan names', () => {
    const rows = [...arm('a', 10_000, 500), ...arm('b', 10_050, 680)];
    expect(layoutVerdicts(rows, { hero: { control: 'b' } })).toMatchObject([
      { arm: 'a', control: 'b', verdict: 'worse' },
    ]);
  });

  it('is about the split first: arms that got other traffic than planned are not compared', () => {
    const rows = [...arm('a', 10_000, 500), ...arm('b', 9000, 680)];
    expect(layoutVerdicts(rows)[0]?.verdict).toBe('split');
    expect(layoutVerdicts(rows, { hero: { shares: { a: 10, b: 9 } } })[0]?.verdict).toBe('better');
  });

  it('asks more where more arms are compared', () => {
    const two = [...arm('a', 5000, 400), ...arm('b', 5000, 496)];
    const [alone] = layoutVerdicts(two);
    const [among] = layoutVerdicts([...two, ...arm('c', 5000, 400), ...arm('d', 5000, 400)]);
    expect(alone?.bayesFactor).toBe(among?.bayesFactor);
    expect([alone?.verdict, among?.verdict]).toEqual(['better', 'open']);
  });

  it('is none of one arm, and none where visits are not shown', () => {
    expect(layoutVerdicts(arm('a', 1000, 50))).toEqual([]);
    expect(layoutVerdicts([...arm('a', 1000, 50), ...arm('b', null, 60)])).toEqual([]);
  });
});

describe('before and after', () => {
  it('is an association, with the difference of the two rates', () => {
    const found = beforeAfter({ hits: 100, of: 1000 }, { hits: 150, of: 1000 });
    expect(found).toMatchObject({ kind: 'association', isClear: true });
    expect(found?.difference.value).toBeCloseTo(0.05, 12);
    expect(found?.difference.low).toBeGreaterThan(0);
  });

  it('is not clear where chance may do as much, and is told where before nothing came of it', () => {
    expect(beforeAfter({ hits: 100, of: 1000 }, { hits: 110, of: 1000 })?.isClear).toBe(false);
    expect(beforeAfter({ hits: 0, of: 1000 }, { hits: 50, of: 1000 })?.isClear).toBe(true);
    expect(beforeAfter({ hits: 50, of: 1000 }, { hits: 0, of: 1000 })?.isClear).toBe(true);
  });

  it('is null without visits', () => {
    expect(beforeAfter({ hits: 0, of: 0 }, { hits: 1, of: 10 })).toBeNull();
  });
});
