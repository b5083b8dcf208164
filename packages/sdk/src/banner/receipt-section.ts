/**
 * Shows the visitor's receipt, to be read, downloaded, printed and verified. Loaded when the privacy centre's section is
 * opened. Does not make it (make-receipt) nor know how it is verified (verify).
 */
import { fillIn } from '@holloway/protocol';
import { longDay } from './amount.ts';
import { choiceText } from './choice-text.ts';
import type { Kit } from './kit.ts';
import { makeReceipt } from './make-receipt.ts';
import { PRINT_STYLE } from './print-style.ts';
import type { UiDeps } from './ui-contract.ts';
import { verifyReceipt } from './verify.ts';

/**
 * @param announce Tells the outcome of what was pressed.
 * @returns Rejects where the service does not answer.
 */
export async function createReceipt(
  deps: UiDeps,
  { build, root, adopt }: Kit,
  announce: (text: string) => void,
): Promise<HTMLElement> {
  const { window, config, status } = deps;
  const receipt = await makeReceipt(deps);
  const { wording, controller, purposes, signedStatement } = receipt;
  const { messages, language } = wording;
  const text = JSON.stringify(receipt, null, 2);
  const json = () => build('pre', { dir: 'ltr', tabIndex: 0 }, text);
  const summary = (): readonly Node[] =>
    [
      choiceText(status(), config, wording),
      ...purposes.map(({ name, purpose, consented }) => `${consented ? '☑' : '☐'} ${name}: ${purpose}`),
    ].map((line) => build('p', {}, line));

  function download(): void {
    const href = window.URL.createObjectURL(new window.Blob([text], { type: 'application/json' }));
    build('a', { href, download: `holloway-receipt-${signedStatement.id}.json` }).click();
    window.URL.revokeObjectURL(href);
  }

  function print(): void {
    adopt(PRINT_STYLE);
    const page = build(
      'article',
      { ...root('centre'), id: 'holloway-print' },
      build('h1', {}, messages.receipt),
      ...[controller.name, ...controller.contact].map((line) => build('div', {}, line)),
      ...summary(),
      json(),
    );
    window.document.body.append(page);
    window.addEventListener('afterprint', () => page.remove(), { once: true });
    window.print();
  }

  async function verify(): Promise<void> {
    const verdict = await verifyReceipt(receipt, window.crypto.subtle);
    const day = longDay(language, signedStatement.statement.published);
    announce(fillIn(messages[verdict], { day }));
  }

  return build(
    'div',
    {},
    build('p', {}, messages.receiptText),
    ...summary(),
    build('details', {}, build('summary', {}, messages.view), json()),
    ...(
      [
        ['download', download],
        ['print', print],
        ['verify', verify],
      ] as const
    ).map(([name, onclick]) => build('button', { type: 'button', onclick }, messages[name])),
  );
}
