/** For whoever runs the collector: whether it lives, whether it may be sent work, and what it has done. */
import { problem } from '../problem.ts';
import type { Store } from '../store/store.ts';
import type { Metrics } from './metrics.ts';
import type { Route } from './route.ts';

export interface HealthRoutesDeps {
  readonly store: Pick<Store, 'ready'>;
  /** False from the first signal to stop, so that no new work is sent here. */
  readonly accepting: () => boolean;
  readonly metrics: Metrics;
}

export const healthRoutes = ({ store, accepting, metrics }: HealthRoutesDeps): readonly Route[] => [
  {
    method: 'get',
    path: '/healthz',
    area: 'operation',
    summary: 'Whether the process answers.',
    rule: { for: 'everyone' },
    answers: [{ status: 200, description: 'It does.', type: 'text/plain' }],
    answer: (c) => c.text('ok'),
  },
  {
    method: 'get',
    path: '/readyz',
    area: 'operation',
    summary:
      'Whether it can take counts at this moment: the store can be written, and nobody has told it to stop.',
    rule: { for: 'everyone' },
    answers: [{ status: 200, description: 'It can.', type: 'text/plain' }],
    problems: ['unavailable'],
    answer: async (c) =>
      accepting() && (await store.ready())
        ? c.text('ready')
        : problem('unavailable', { retryAfterSeconds: 5 }),
  },
  {
    method: 'get',
    path: '/metrics',
    area: 'operation',
    // Exact counts of this moment would tell of single requests: not for everybody.
    summary: 'Figures of the process in the text format of Prometheus.',
    rule: { for: 'collector', permission: 'metrics' },
    answers: [{ status: 200, description: 'The figures.', type: 'text/plain' }],
    answer: async (c) => {
      c.header('Cache-Control', 'no-store');
      return c.text(await metrics.text());
    },
  },
];
