/** `holloway receipt verify`: works without the network and, with keys of the verifier's own, without a data folder. */
import { existsSync } from 'node:fs';
import { CATEGORIES, type PublicKey } from '@holloway/protocol';
import { verifyReceipt } from '../consent/receipt.ts';
import { trustworthyKeys } from '../consent/sign.ts';
import { databaseIn } from '../core.ts';
import { readJson } from './read-json.ts';
import { CommandError, type Terminal } from './terminal.ts';
import { withCore } from './with-core.ts';

/** Whoever verifies somebody else's receipt has no data folder, and is given none. */
const ownKeys = async (dataFolder: string): Promise<readonly PublicKey[]> =>
  existsSync(databaseIn(dataFolder)) ? withCore(dataFolder, ({ store }) => store.publicKeys()) : [];

async function keysOf(file: string): Promise<readonly PublicKey[]> {
  const keys = await trustworthyKeys(readJson(file, 'a key set'));
  if (keys.length === 0) {
    throw new CommandError('keys must be a key set with at least one Ed25519 key under its own thumbprint');
  }
  return keys;
}

const WHENCE = {
  own: 'a key of this data folder',
  given: 'a key that you gave',
  receipt: 'the key that came with the receipt',
} as const;

export async function receiptVerify(
  dataFolder: string,
  file: string,
  { keys }: { readonly keys?: string },
  { out }: Terminal,
): Promise<void> {
  const receipt = readJson(file, 'a receipt');
  const given = keys === undefined ? [] : await keysOf(keys);
  const result = await verifyReceipt(receipt, { own: await ownKeys(dataFolder), given });
  if (!result.ok) throw new CommandError(`NOT VALID: ${result.issue.field} ${result.issue.rule}`);
  const { statement, published, controller, language, key, keyFrom, events } = result.value;
  out(`Valid: statement ${statement} of ${controller}, published on ${published}, in ${language}.`);
  out(`Signed with ${WHENCE[keyFrom]}: ${key.kid}`);
  if (keyFrom === 'receipt') {
    out(
      'WARNING: whoever made up the receipt could have made up this key too. Compare it with /v1/keys.json of',
    );
    out('the store, or with one that you were given on another way.');
  }
  for (const { event, day, choices } of events) {
    const agreed = CATEGORIES.filter((category) => choices[category]);
    out(`  ${day}  ${event}${agreed.length === 0 ? '' : `: ${agreed.join(', ')}`}`);
  }
  out(
    'The text is what was published. That these choices were made is the holder’s word: nobody else keeps it.',
  );
}
