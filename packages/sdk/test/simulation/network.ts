/**
 * What lies between a tab and the collector: answers that come, come late, or never; refusals; no connection at all.
 * A body that went out arrives, whether or not the page lives to hear of it.
 */
import type { Random } from './random.ts';

export type NetworkMode = 'works' | 'slow' | 'deaf' | 'busy' | 'refuses' | 'down' | 'offline';

export interface Network {
  mode: NetworkMode;
  /** For one page. @param deliver Brings a body to the collector. */
  fetchOf(isAlive: () => boolean, deliver: (body: string) => void): typeof fetch;
  /** Some of what is slow is answered. */
  answer(most?: number): void;
  /** Of one page, at the same time. */
  readonly mostAtOnce: number;
}

export function createNetwork(random: Random): Network {
  const slow: (() => void)[] = [];
  let mostAtOnce = 0;
  const network: Network = {
    mode: 'works',
    fetchOf(isAlive, deliver) {
      let atOnce = 0;
      return (_, init) => {
        const body = String(init?.body);
        atOnce += 1;
        mostAtOnce = Math.max(mostAtOnce, atOnce);
        return new Promise((resolve, reject) => {
          const hear = (tell: () => void): void => {
            atOnce -= 1;
            if (isAlive()) tell();
          };
          const answer = (status: number, headers = {}) =>
            hear(() => resolve(new Response(null, { status, headers })));
          switch (network.mode) {
            case 'works':
              deliver(body);
              return answer(204);
            case 'slow':
              if (random.chance(0.5)) deliver(body);
              else slow.push(() => deliver(body));
              slow.push(() => answer(204));
              return;
            case 'deaf': // it arrives, and the connection breaks before the answer
              deliver(body);
              return hear(() => reject(new TypeError('Failed to fetch')));
            case 'busy':
              return answer(random.pick([429, 503]), {
                'Retry-After': random.pick(['5', '60', '1e9', 'soon']),
              });
            case 'refuses':
              return answer(400);
            default:
              return hear(() => reject(new TypeError('Failed to fetch')));
          }
        });
      };
    },
    answer(most = slow.length) {
      for (const answer of slow.splice(0, most)) answer();
    },
    get mostAtOnce() {
      return mostAtOnce;
    },
  };
  return network;
}
