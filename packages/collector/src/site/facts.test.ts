import { FACT_NAMES, factOf } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../test/temporary.ts';
import { loadFactCodes } from './facts.ts';

describe('the codes of facts', () => {
  it('stay the same when the store is opened again', async () => {
    const store = memoryStore();
    const [first, second] = [await loadFactCodes(store), await loadFactCodes(store)];
    expect(FACT_NAMES.map((name) => second.id(name))).toEqual(FACT_NAMES.map((name) => first.id(name)));
  });

  it('seal every fact of the catalogue once: on its own, or with the row it describes', async () => {
    const { sealPlan, id } = await loadFactCodes(memoryStore());
    const sealed = [...sealPlan.facts, ...sealPlan.histograms.map(({ fact }) => fact)];
    expect(sealed.sort((x, y) => x - y)).toEqual(FACT_NAMES.map(id).sort((x, y) => x - y));
  });

  it('seal on their own only facts that count people: the others could never reach k', async () => {
    const { sealPlan, id } = await loadFactCodes(memoryStore());
    for (const name of FACT_NAMES) {
      expect(sealPlan.facts.includes(id(name)), name).toBe(factOf(name).people);
    }
  });

  it('describe a row that is itself no histogram', async () => {
    const { sealPlan } = await loadFactCodes(memoryStore());
    for (const { describes } of sealPlan.histograms) expect(sealPlan.facts).toContain(describes);
  });

  it('find the described cell by the names of dimensions, not by their places', async () => {
    const { describedBy } = await loadFactCodes(memoryStore());
    // page, viewport, element, cell of the grid; element.clicked has page, element, viewport.
    expect(describedBy('click.grid', { a: 1, b: 2, c: 3, d: 4 })).toEqual({ a: 1, b: 3, c: 2, d: 0 });
    expect(describedBy('visit.depth', { a: 7, b: 0, c: 0, d: 0 })).toEqual({ a: 1, b: 0, c: 0, d: 0 });
    expect(describedBy('page.engagement', { a: 5, b: 9, c: 0, d: 0 })).toEqual({ a: 5, b: 0, c: 0, d: 0 });
  });

  it('find the parts of a whole by the names of dimensions too', async () => {
    const { sealPlan, id } = await loadFactCodes(memoryStore());
    const familyOf = (name: string) => sealPlan.families.find((family) => family.name === name);
    expect(familyOf('out of pages')).toMatchObject({
      whole: id('page.view'),
      measure: { fact: id('page.onward'), columns: ['a'] },
      parts: [
        {
          fact: id('flow.page'),
          columns: ['a'],
          only: { column: 'a', isNot: true, value: { kind: 'page', text: '(entry)' } },
        },
      ],
    });
    expect(familyOf('steps by depth')).toMatchObject({
      whole: id('visit'),
      by: 'a',
      parts: [{ fact: id('flow.step'), columns: [], by: 'a', only: null }],
    });
    expect(familyOf('trails by move')).toMatchObject({
      parts: [
        { fact: id('flow.trail'), columns: ['b', 'c'] },
        { fact: id('flow.step'), columns: ['b', 'c'], only: { column: 'a', isNot: false, value: 2 } },
      ],
    });
  });

  it('tell what waits of all that visits add up to with the visits', async () => {
    const { sealPlan, id } = await loadFactCodes(memoryStore());
    const wholes = new Map(sealPlan.toldWith.map(({ fact, whole }) => [fact, whole]));
    for (const name of ['visit', 'visit.depth', 'page.view', 'flow.trail', 'page.engagement'] as const) {
      expect(wholes.get(id(name)), name).toBe(id('visit'));
    }
    expect(wholes.has(id('slot.clicked'))).toBe(false);
  });
});
