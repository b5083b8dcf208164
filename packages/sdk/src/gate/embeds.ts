/**
 * What a page shows from elsewhere, any element with a `data-src`: loads what may be, empties the rest at once. Has
 * those ask that a visitor would miss (placeholders, loaded when there is something to ask).
 */

import { attempt } from '../quietly.ts';
import type { GateDeps } from './gate-contract.ts';
import type { Permit } from './permit.ts';
import type { LookAtPlaceholders } from './placeholders.ts';
import { reinsert } from './reinsert.ts';

/** The others have nothing to look at, or little. */
const ASKING = 'iframe,video,object,embed';

/** @returns Looks at the page again, whenever something may have been added to it, agreed to or withdrawn. */
export function createEmbeds(deps: GateDeps, permit: Permit): () => void {
  const { document } = deps.window;
  const { isOn, hold, letIn, trust } = permit;
  let lookAtPlaceholders: LookAtPlaceholders | undefined;

  function settle(embed: HTMLElement): void {
    const { localName, dataset } = embed;
    const attribute = localName === 'object' ? 'data' : 'src';
    const loaded = embed.getAttribute(attribute);
    const src = `${dataset.src}`;
    // An address that is a script would run in the page.
    const { protocol = '' } = attempt(() => new URL(src, document.baseURI)) ?? {};
    if (!isOn(embed) || protocol === 'javascript:') {
      hold(embed);
      if (loaded === null) return;
      embed.removeAttribute(attribute);
      reinsert(embed); // at once: a frame alone would navigate away only later
    } else {
      if (loaded === src) return;
      letIn(embed, () => embed.setAttribute(attribute, trust(localName, attribute, src)));
    }
    // Media look for their sources only when told to.
    embed.closest<HTMLMediaElement>('audio,video')?.load();
  }

  function ask(): void {
    Promise.all([deps.wording(), import('./placeholders.ts')])
      .then(([wording, { createPlaceholders }]) => {
        lookAtPlaceholders = lookAtPlaceholders ?? createPlaceholders(deps, permit, wording);
        look();
      })
      .catch(() => {}); // they stay empty
  }

  function look(): void {
    const embeds = [...document.querySelectorAll<HTMLElement>('[data-holloway][data-src]:not(script)')];
    embeds.forEach(settle);
    const asking = embeds.filter((embed) => embed.matches(ASKING));
    if (lookAtPlaceholders) lookAtPlaceholders(asking);
    else if (!asking.every(isOn)) ask();
  }
  return look;
}
