/** Where the numbers behind an action are seen: a screen and its options. Pure. */
import type { Action } from '@holloway/insight';
import type { Options, Screen } from '../state/route.ts';

export interface Evidence {
  readonly screen: Screen;
  readonly options: Options;
}

const START = { start: ['every'] };

/** Of the first that was found. */
export function evidenceOf({ claim, findings: [{ subject }] }: Action): Evidence {
  const { page = '', viewport } = subject;
  switch (claim.key) {
    case 'move-up':
    case 'bury':
    case 'keep-first':
    case 'rotation-test':
    case 'long-list':
    case 'dead-click':
    case 'device-break':
      return {
        screen: 'layout',
        options: { page: [page], ...(viewport === undefined ? {} : { window: [viewport] }) },
      };
    case 'cross-list':
      return { screen: 'categories', options: {} };
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
      return { screen: 'search', options: { terms: ['empty'] } };
    case 'layout-verdict':
    case 'traffic-split':
      return { screen: 'experiments', options: {} };
  }
}
