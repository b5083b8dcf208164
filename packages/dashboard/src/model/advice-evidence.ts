/** Where the numbers behind an action are seen: a screen and its options. Pure. */
import { type Action, partsOf, type Subject } from '@holloway/insight';
import { ANY } from '@holloway/protocol';
import type { Options, Screen } from '../state/route.ts';
import type { Rate } from './layout-figures.ts';

export interface Evidence {
  readonly screen: Screen;
  readonly options: Options;
}

const START = { start: ['every'] };

/** A box of a page, by the rate that the action is about. What all pages share is seen on any of them. */
const boxOf = ({ page, viewport }: Subject, box: string, rate: Rate): Evidence => ({
  screen: 'layout',
  options: {
    ...(page === undefined || page === ANY ? {} : { page: [page] }),
    ...(viewport === undefined ? {} : { window: [viewport] }),
    box: [box],
    figure: [rate],
    ...(partsOf(box).target === null ? {} : { layer: ['boxes', 'links', 'scroll'] }),
  },
});

/** Of the first that was found. */
export function evidenceOf({ claim, findings: [{ subject }] }: Action): Evidence {
  const { zone = '' } = subject;
  switch (claim.key) {
    case 'move-up':
    case 'bury':
    case 'keep-first':
      return boxOf(subject, `${zone}/${claim.values.slot}`, 'clickRate');
    case 'rotation-test':
    case 'long-list':
      return boxOf(subject, zone, 'exposure');
    case 'dead-click':
    case 'device-break':
      return boxOf(subject, claim.values.element, 'attractiveness');
    case 'cross-list':
      return { screen: 'categories', options: { item: [claim.values.item] } };
    case 'add-link':
      return { screen: 'paths', options: { ...START, at: [claim.values.from, claim.values.over] } };
    case 'dead-end':
      return {
        screen: 'paths',
        options: {
          ...START,
          ...(claim.values.kind === 'category' ? {} : { level: ['page'] }),
          at: [claim.values.node],
        },
      };
    case 'no-result':
      return { screen: 'search', options: { terms: ['empty'], find: [claim.values.term] } };
    case 'layout-verdict':
    case 'traffic-split':
      return { screen: 'experiments', options: {} };
  }
}
