import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyBatch, anyIncrement, batch } from '../test/batches.ts';
import { type Batch, encodeBatch, type Increment, sortIncrements } from './batch.ts';
import { parseBatch } from './parse-batch.ts';

/** The wire format, byte for byte. Whoever changes it changes WIRE_VERSION, and browsers out there go on sending this. */
const WIRE =
  '{"v":1,"site":"store","day":"2026-11-23","batch":"pXx0Yw4mJ9s","statement":"c9f1d2a4","basis":"chosen",' +
  '"slices":{"viewport":"s","source":"search","visitor":"new"},"model":"SM-S918B",' +
  '"increments":[["flow.page",["/","/c/kettles"],1,2],["page.view",["/c/kettles"],1,1],' +
  '["slot.clicked",["/c/kettles","grid/3","kt-104","s"],1,2,3],["visit",[],1,2],["visit.hour",[17],1]]}';

const EXAMPLE: Batch = {
  v: 1,
  site: 'store',
  day: '2026-11-23',
  batch: 'pXx0Yw4mJ9s',
  statement: 'c9f1d2a4',
  basis: 'chosen',
  slices: { viewport: 's', source: 'search', visitor: 'new' },
  model: 'SM-S918B',
  increments: [
    ['visit', [], 1, 2],
    ['visit.hour', [17], 1],
    ['flow.page', ['/', '/c/kettles'], 1, 2],
    ['page.view', ['/c/kettles'], 1, 1],
    ['slot.clicked', ['/c/kettles', 'grid/3', 'kt-104', 's'], 1, 2, 3],
  ],
};

describe('the wire format', () => {
  it('is this, byte for byte', () => {
    expect(encodeBatch(EXAMPLE)).toBe(WIRE);
  });

  it('is read back as what was sent, increments sorted', () => {
    const { increments } = EXAMPLE;
    expect(parseBatch(JSON.parse(WIRE))).toEqual({
      ok: true,
      value: { ...EXAMPLE, increments: [2, 3, 4, 0, 1].map((i) => increments[i]) },
    });
  });

  it('leaves the model out where it is not known', () => {
    const { model: _, ...unknown } = EXAMPLE;
    expect(encodeBatch(unknown)).toBe(WIRE.replace('"model":"SM-S918B",', ''));
  });

  it('puts the fields in the same order, in whichever they were given', () => {
    const backwards = Object.fromEntries(Object.entries(EXAMPLE).reverse()) as unknown as Batch;
    expect(encodeBatch(backwards)).toBe(WIRE);
  });

  it('holds any batch: what is encoded is read back', () => {
    fc.assert(
      fc.property(anyBatch, (any) => {
        expect(parseBatch(JSON.parse(encodeBatch(any)))).toEqual({
          ok: true,
          value: { ...any, increments: sortIncrements(any.increments) },
        });
      }),
    );
  });
});

describe('sorted increments', () => {
  const increments = fc.array(anyIncrement, { maxLength: 20 });
  const shuffled = increments.chain((list) =>
    fc.tuple(
      fc.constant(list),
      fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
    ),
  );

  it('do not tell the order in which they came', () => {
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        expect(sortIncrements(one)).toEqual(sortIncrements(other));
      }),
    );
  });

  it('are the same increments, and those given stay as they are', () => {
    const given: readonly Increment[] = Object.freeze([...EXAMPLE.increments]);
    expect(sortIncrements(given)).toHaveLength(5);
    expect(new Set(sortIncrements(given))).toEqual(new Set(given));
  });

  it('make two batches of the same counts the same body', () => {
    const backwards = batch({ increments: [...EXAMPLE.increments].reverse() });
    expect(encodeBatch(backwards)).toBe(encodeBatch(batch({ increments: EXAMPLE.increments })));
  });
});
