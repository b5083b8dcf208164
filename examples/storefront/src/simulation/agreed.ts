/** What a browser says once, when it agrees to be counted: to what, and where its visitor was asked. */
import type { Observation } from '@holloway/sdk/visit';
import { draw, type Random, type Weighted } from './random.ts';

type Choice = Extract<Observation, { kind: 'choice' }>;

/** Those who refuse are not counted here: the policy of the shop does not say that it counts them. */
const CHOICES: Weighted<Pick<Choice, 'surface' | 'choice'>> = [
  [{ surface: 'banner', choice: 'accepted' }, 84],
  [{ surface: 'banner', choice: 'chosen' }, 11],
  [{ surface: 'centre', choice: 'chosen' }, 3],
  [{ surface: 'embed', choice: 'chosen' }, 2],
];

/** @param hands So that it changes nothing of where visitors go. */
export const agreed = (hands: Random, statement: string): Choice => ({
  kind: 'choice',
  statement,
  ...draw(hands, CHOICES),
});
