/** What the types refuse: the compiler reads this file, and each line that should not compile has to be one. */
import { describe, expectTypeOf, it } from 'vitest';
import type { ConsentStatus, Events, Holloway, StartOptions, start } from '../src/index.ts';

declare const holloway: Holloway;

/** Read, and never run. */
const compiles = (_: (...given: never[]) => unknown): void => {};

describe('the types of start', () => {
  it('ask for a site and a collector, and answer with what window.holloway is', () => {
    expectTypeOf<Parameters<typeof start>>().toEqualTypeOf<[StartOptions]>();
    expectTypeOf<ReturnType<typeof start>>().toEqualTypeOf<NonNullable<Window['holloway']>>();
    expectTypeOf<{ site: string; collector: string }>().toExtend<StartOptions>();
    expectTypeOf<{ site: string }>().not.toExtend<StartOptions>();
  });
});

describe('the types of track', () => {
  it('know every event by its name, and no other', () => {
    expectTypeOf<keyof Events>().toEqualTypeOf<
      | 'add_to_cart'
      | 'begin_checkout'
      | 'add_shipping_info'
      | 'add_payment_info'
      | 'purchase'
      | 'search'
      | 'view_search_results'
    >();
    // @ts-expect-error: a slip of the pen
    compiles(() => holloway.track('add_to_card', { items: [] }));
  });

  it('take what Google Analytics 4 is given, as it is', () => {
    compiles(() => {
      const item = {
        item_id: 'KE-101',
        item_name: 'Heron',
        price: '49.90',
        quantity: 2,
        item_category: 'Kettles',
      };
      holloway.track('add_to_cart', { currency: 'EUR', value: 99.8, items: [item] });
      holloway.track('purchase', { transaction_id: 1042, items: [item, { item_id: 7 }] });
      holloway.track('search', { search_term: 'milk frother' });
    });
  });

  it('refuse an order without its number, a product without its name, and a search without a term', () => {
    // @ts-expect-error: it would be counted again with each load of the page
    compiles(() => holloway.track('purchase', { items: [{ item_id: 'KE-101' }] }));
    // @ts-expect-error: it would count nothing
    compiles(() => holloway.track('add_to_cart', { items: [{ price: 49.9 }] }));
    // @ts-expect-error: it would count nothing
    compiles(() => holloway.track('search', {}));
  });
});

describe('the types of consent', () => {
  it('let a part be chosen, of the three that there are', () => {
    compiles(() => holloway.consent.set({ analytics: true }));
    // @ts-expect-error: what is necessary is not asked for
    compiles(() => holloway.consent.set({ necessary: true }));
  });

  it('give out a status that nobody changes but the visitor', () => {
    expectTypeOf<ReturnType<Holloway['consent']['get']>>().toEqualTypeOf<ConsentStatus>();
    compiles((status: ConsentStatus) => {
      // @ts-expect-error: it is read
      status.state = 'accepted';
    });
  });

  it('tell the document too', () => {
    expectTypeOf<DocumentEventMap['holloway:consent']['detail']>().toEqualTypeOf<ConsentStatus>();
    expectTypeOf<DocumentEventMap['holloway:preferences']['detail']>().toEqualTypeOf<{
      readonly [key: string]: string;
    }>();
  });
});
