/** Actions on links and buttons: what is clicked in vain, and what breaks in windows of one size. */
import { deadClicks, deviceBreaks } from '../method/broken-element.ts';
import type { Action } from './action.ts';
import type { AdviceInput } from './advise.ts';
import { makeAction, perWeek } from './make-action.ts';

export function elementActions({ elements = [], k, days, slice }: AdviceInput): Action[] {
  const dead = deadClicks(elements).map(({ page, element, viewport, clicked, dead, share }) =>
    makeAction(
      { key: 'dead-click', values: { element, clicked, dead } },
      { page, element, ...(viewport && { viewport }) },
      slice,
      {
        evidence: { clicked, dead },
        effect: { measure: 'share', ...share },
        gain: { of: 'clicks', perWeek: perWeek(dead, days) },
        certainty: { by: 'interval' },
        trial: { by: 'before-after', visits: null },
      },
    ),
  );
  const breaks = deviceBreaks(elements, k).map(
    ({ page, element, viewport, exposed, clicked, expected, ratio, q }) =>
      makeAction(
        { key: 'device-break', values: { element, viewport, clicked, expected } },
        { page, element, viewport },
        slice,
        {
          evidence: { exposed, clicked },
          effect: { measure: 'ratio', ...ratio },
          gain: { of: 'clicks', perWeek: perWeek(expected - clicked, days) },
          certainty: { by: 'false-discovery', q },
          trial: { by: 'before-after', visits: null },
        },
      ),
  );
  return [...dead, ...breaks];
}
