/**
 * The privacy centre: what is on and why, what the visitor chose, what is held, and how to change all of it, in one modal
 * dialog. Puts its sections together; loaded when it is opened, and loads what only few open.
 */
import { fillIn } from '@holloway/protocol';
import { quietly } from '../quietly.ts';
import { createCategories } from './categories.ts';
import { CENTRE_STYLE } from './centre-style.ts';
import { choiceText } from './choice-text.ts';
import type { Kit } from './kit.ts';
import { policyLink } from './service-details.ts';
import { createStated } from './stated.ts';
import type { UiDeps } from './ui-contract.ts';

/**
 * @param onClose It was closed without an answer.
 * @returns Makes one, of what is on at that moment; not yet in the document.
 */
export function centreOf(deps: UiDeps, kit: Kit, onClose: () => void): () => HTMLDialogElement {
  kit.adopt(CENTRE_STYLE);
  return () => createCentre(deps, kit, onClose);
}

function createCentre(deps: UiDeps, kit: Kit, onClose: () => void): HTMLDialogElement {
  const { config, wording, status, choose } = deps;
  const { messages, controller } = wording;
  const { build, root, answers, notices } = kit;
  const body = build('div', { className: 'holloway-body' });
  const outcome = build('p', { role: 'status' });
  const announce = (text: string): void => outcome.replaceChildren(text);
  let chosen = () => status().choices;

  /** A section of which most visitors read the title alone: made anew whenever it is opened. */
  function later(name: 'receipt' | 'held', load: () => Promise<HTMLElement>): HTMLElement {
    const content = build('div', {});
    const details = build('details', {}, build('summary', {}, messages[name]), content);
    details.toggleAttribute(`data-holloway-${name}`);
    details.ontoggle = quietly(async () => {
      if (details.open) content.replaceChildren(await load());
    });
    return details;
  }

  function erased(): void {
    show();
    announce(messages.erased);
    dialog.focus(); // what was pressed is gone
  }

  function show(): void {
    const categories = createCategories(deps, build);
    chosen = categories.chosen;
    const told = [
      choiceText(status(), config, wording),
      notices(),
      fillIn(messages.change, { open: messages.open }),
    ];
    const sections = [
      ...told.map((text) => text && build('p', {}, text)),
      ...categories.fieldsets,
      createStated(deps, build, announce),
      status().day &&
        later('receipt', async () =>
          (await import('./receipt-section.ts')).createReceipt(deps, kit, announce),
        ),
      later('held', async () => (await import('./held-section.ts')).createHeld(deps, kit, announce, erased)),
      build('h3', {}, messages.controller),
      build(
        'address',
        {},
        ...[controller.name, ...controller.contact].map((line) => build('div', {}, line)),
        controller.policy && policyLink(controller.policy, messages.policy, build),
      ),
    ];
    body.replaceChildren(...sections.filter((section) => section !== null));
  }

  const dialog: HTMLDialogElement = build(
    'dialog',
    { ...root('centre'), onclose: onClose },
    build(
      'header',
      {},
      build('h2', {}, messages.open),
      build('button', { type: 'button', onclick: () => dialog.close() }, messages.close),
    ),
    body,
    build(
      'footer',
      {},
      outcome,
      answers('centre', 'save', () => choose(chosen(), 'centre')),
    ),
  );
  show();
  return dialog;
}
