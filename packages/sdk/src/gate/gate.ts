/**
 * The gate of other people's code: lets in what is agreed to, asks in the place of what is not, and takes back what no
 * longer is. Knows what is on, and nothing of how that came about (session).
 */
import type { Category, Choices, Service } from '@holloway/protocol';
import { createEmbeds } from './embeds.ts';
import { eraseKept } from './erase-kept.ts';
import type { CreateGate } from './gate-contract.ts';
import type { Permit } from './permit.ts';
import { createScripts } from './scripts.ts';
import { createTrust } from './trust.ts';

const HELD = '[data-holloway]';

const STATES: { readonly [choice: string]: string } = { true: 'on', false: 'off' };

export const createGate: CreateGate = (deps) => {
  const { window, services, nonce, explain } = deps;
  const { document } = window;
  const told = new WeakMap<Element, string>();
  const allowed = new Set<HTMLElement>();
  const withdrawn = new Set<Service>();
  let choices: Choices | null = null;

  const choiceFor = ({ dataset }: HTMLElement) => choices?.[dataset.holloway as Category];

  /** @param decision The end of a sentence; said once, as long as it stays so. */
  function tell(element: HTMLElement, decision: string): void {
    const { localName, dataset } = element;
    // What else an address says may be of the visitor.
    const from = (dataset.src ?? element.getAttribute('src') ?? '(inline)').replace(/[?#].*/s, '');
    const state = STATES[`${choiceFor(element)}`] ?? 'no category';
    const sentence = `${dataset.holloway} is ${state}: ${localName} ${from} ${decision}`;
    if (told.get(element) !== sentence) explain(sentence);
    told.set(element, sentence);
  }

  const permit: Permit = {
    trust: createTrust(window),
    isOn: (element) => choiceFor(element) === true || allowed.has(element),
    allowOnce(embed) {
      allowed.add(embed);
      look();
    },
    isTrusted(script) {
      const isOurs = !nonce || script.nonce === nonce;
      if (!isOurs) tell(script, 'is refused: it lacks the nonce of the page');
      return isOurs;
    },
    hold: (element) => tell(element, 'waits'),
    letIn(element, work) {
      try {
        const done = work();
        tell(element, choiceFor(element) ? 'is let in' : 'is let in, this once');
        return done;
      } catch {
        tell(element, 'is refused: trusted types have to allow the policy "holloway"');
        return undefined;
      }
    },
  };
  const lookAtEmbeds = createEmbeds(deps, permit);
  const lookAtScripts = createScripts(document, permit);
  function look(): void {
    lookAtEmbeds();
    lookAtScripts();
  }

  function watch(): void {
    const isHeld = (node: Node): boolean =>
      node instanceof window.Element && (node.matches(HELD) || node.querySelector(HELD) !== null);
    const observer = new window.MutationObserver((changes) => {
      const nodes = changes.flatMap(({ addedNodes, removedNodes }) => [...addedNodes, ...removedNodes]);
      if (nodes.some(isHeld)) look();
    });
    observer.observe(document, { childList: true, subtree: true });
    // Deferred scripts wait for the whole of the document.
    document.addEventListener('DOMContentLoaded', look);
    // What was let in still runs, and may have kept something once more.
    window.addEventListener('pagehide', () => {
      for (const service of withdrawn) if (!choices?.[service.category]) eraseKept(window, service);
    });
  }

  return {
    apply(now) {
      const before = choices;
      choices = now;
      // At first, too: it may have been on under another statement, or until this was loaded.
      const isWithdrawn = (category: Category): boolean => before?.[category] !== false && !now[category];
      for (const embed of allowed) {
        if (isWithdrawn(embed.dataset.holloway as Category)) allowed.delete(embed);
      }
      look();
      if (!before) watch();
      for (const service of services) {
        const { id, category } = service;
        if (!isWithdrawn(category)) continue;
        withdrawn.add(service);
        eraseKept(window, service);
        explain(`${category} is off: what ${id} has kept is erased`);
      }
    },
  };
};
