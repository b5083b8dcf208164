/** What is found of links and buttons: what is clicked in vain, and what breaks in windows of one size. */
import { deadClicks, deviceBreaks } from '../method/broken-element.ts';
import type { AdviceInput } from './advise.ts';
import { type Found, gain } from './make-action.ts';

export function elementFindings({ elements = [], k, days }: AdviceInput): Found[] {
  const dead = deadClicks(elements).map(
    ({ page, element, viewport, clicked, dead, share }): Found => ({
      claim: { key: 'dead-click', values: { element, clicked, dead } },
      subject: { page, element, ...(viewport && { viewport }) },
      place: { page, element },
      evidence: { clicked, dead },
      effect: { measure: 'share', ...share },
      gain: gain('clicks', dead, share.low * clicked, days),
      certainty: { by: 'interval' },
      trial: { by: 'before-after', visits: null },
    }),
  );
  const breaks = deviceBreaks(elements, k).map(
    ({ page, element, viewport, exposed, clicked, expected, ratio, q }): Found => ({
      claim: { key: 'device-break', values: { element, viewport, clicked, expected } },
      subject: { page, element, viewport },
      place: { page, viewport },
      evidence: { exposed, clicked },
      effect: { measure: 'ratio', ...ratio },
      gain: gain('clicks', expected - clicked, expected * (1 - ratio.high), days),
      certainty: { by: 'false-discovery', q },
      trial: { by: 'before-after', visits: null },
    }),
  );
  return [...dead, ...breaks];
}
