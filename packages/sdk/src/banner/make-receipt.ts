/**
 * Makes the visitor's receipt, when they ask for it, of what is published for everybody; nobody is told that it was.
 * Does not say what stands in one (receipt).
 */
import type { KeySet, Receipt, SignedStatement, Wording } from '@holloway/protocol';
import { parseChoice } from '../consent/choice.ts';
import { CHOICE_KEY } from '../storage.ts';
import { ANONYMOUS } from '../transport/anonymous.ts';
import { heldUnder } from './held.ts';
import { receiptOf } from './receipt.ts';
import type { UiDeps } from './ui-contract.ts';
import { toHex } from './verify.ts';

/** Rejects where the service does not answer. */
export async function makeReceipt(deps: UiDeps): Promise<Receipt> {
  const { window, collector, config } = deps;
  const fetchJson = async <T>(path: string): Promise<T> => {
    const response = await window.fetch(`${collector}v1/${path}`, ANONYMOUS);
    if (!response.ok) throw new TypeError(`no ${path}`);
    return response.json();
  };
  // A refusal holds though the statement has changed since: it was about the one before, and its words.
  const id = parseChoice(heldUnder(deps, CHOICE_KEY))?.statement ?? config.statement;
  const statement = `sites/${config.site}/statements/${id}`;
  const [signed, keys, wording] = await Promise.all([
    fetchJson<SignedStatement>(statement),
    fetchJson<KeySet>('keys.json'),
    id === config.statement ? deps.wording : fetchJson<Wording>(`${statement}/${deps.wording.language}.json`),
  ]);
  return receiptOf({
    status: deps.status(),
    surface: deps.surface(),
    config,
    wording,
    signed,
    keys,
    collector,
    // Not `randomUUID`, which pages without https lack.
    receiptId: toHex(window.crypto.getRandomValues(new Uint8Array(16))),
  });
}
