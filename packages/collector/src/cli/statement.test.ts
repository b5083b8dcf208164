/** What the commands of statements and receipts say and refuse; how that shows outside is in cli.test.ts. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Published, policyOf, publishedOf, receiptOf } from '../../test/consent.ts';
import { temporaryFolder } from '../../test/temporary.ts';
import type { Policy } from '../consent/policy.ts';
import { receiptVerify } from './receipt.ts';
import { siteAdd } from './site.ts';
import {
  statementInit,
  statementList,
  statementPublish,
  statementRotateKey,
  statementShow,
} from './statement.ts';
import { CommandError, type Terminal } from './terminal.ts';
import { withCore } from './with-core.ts';

function session() {
  const folder = temporaryFolder();
  const lines: string[] = [];
  const terminal: Terminal = { out: (line) => void lines.push(line), progress: () => undefined };
  return {
    folder,
    terminal,
    /** What was said since it was last asked. */
    said: () => lines.splice(0),
    file(name: string, content: unknown) {
      const path = join(folder, name);
      writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
      return path;
    },
  };
}

async function withShop() {
  const opened = session();
  await siteAdd(opened.folder, 'shop', { origin: ['https://shop.example'], k: '10' }, opened.terminal);
  opened.said();
  const publish = async (policy: Policy | undefined, options = {}) => {
    const file = policy === undefined ? undefined : opened.file('policy.json', policy);
    await statementPublish(opened.folder, 'shop', file, options, opened.terminal);
    return opened.said();
  };
  const list = async () => {
    await statementList(opened.folder, 'shop', opened.terminal);
    return opened.said();
  };
  return { ...opened, publish, list };
}

const refused = async (work: Promise<void>): Promise<string> => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof CommandError) return error.message;
  throw new Error('the command was not refused', { cause: error });
};

const ID = '[0-9a-f]{8}';

describe('statement init', () => {
  it('prints a policy that can be published as it is', async () => {
    const shop = await withShop();
    statementInit(shop.terminal);
    const example = JSON.parse(shop.said().join('\n')) as Policy;
    expect((await shop.publish(example))[0]).toMatch(new RegExp(`^Published ${ID}\\.`));
  });
});

describe('statement publish', () => {
  it('publishes, and says what changed, field by field and text by language', async () => {
    const shop = await withShop();
    await shop.publish(policyOf());
    const said = await shop.publish(
      policyOf({ countsRefusals: true, messages: { de: { banner: 'Kekse?' } } }),
    );
    expect(said).toEqual([
      expect.stringMatching(new RegExp(`^Published ${ID}\\. Every visitor is asked again\\.$`)),
      '  ~ countsRefusals',
      '  ~ messages.banner (de)',
    ]);
    expect(await shop.list()).toHaveLength(3);
  });

  it('publishes nothing where nothing else is said', async () => {
    const shop = await withShop();
    await shop.publish(policyOf());
    expect(await shop.publish(policyOf())).toEqual([
      'The statement says the same: nothing is published, and nobody is asked again.',
    ]);
    expect(await shop.publish(undefined)).toHaveLength(1);
    expect(await shop.list()).toHaveLength(2);
  });

  it('says what changes beside the statement', async () => {
    const shop = await withShop();
    await shop.publish(policyOf());
    expect(await shop.publish(policyOf({ position: 'dialog' }))).toEqual([
      'The statement says the same: nothing is published, and nobody is asked again.',
      'Beside the statement:',
      '  ~ position',
    ]);
  });

  it('tried with --dry-run, says the same and does nothing', async () => {
    const shop = await withShop();
    const tried = await shop.publish(policyOf({ languages: ['en'], services: [] }), { dryRun: true });
    expect(tried.slice(0, 2)).toEqual([
      'Would publish a new statement, and ask every visitor again.',
      '  ~ controller',
    ]);
    expect(tried.find((line) => line.startsWith('  - languages'))).toMatch(
      /^ {2}- languages \([a-z, ]*\bde\b[a-z, ]*\)$/,
    );
    expect(await shop.list()).toHaveLength(1);
  });

  it.each<{ what: string; content: unknown; says: string }>([
    { what: 'what is no JSON', content: '{canary', says: 'the file must be a policy as JSON' },
    { what: 'no controller', content: {}, says: 'controller is needed' },
    {
      what: 'a relaxed EU',
      content: { controller: { name: 'Shop' }, jurisdictions: { eu: 'opt-out' } },
      says: 'jurisdictions.eu must be opt-in',
    },
  ])('refuses $what, and publishes nothing', async ({ content, says }) => {
    const shop = await withShop();
    const file = shop.file('policy.json', content);
    const message = await refused(statementPublish(shop.folder, 'shop', file, {}, shop.terminal));
    expect(message).toContain(says);
    expect(message).not.toContain('canary');
    expect(await shop.list()).toHaveLength(1);
  });

  it('refuses a site or a file that is not there, and an archive', async () => {
    const { folder, terminal, file } = await withShop();
    const policy = file('policy.json', policyOf());
    expect(await refused(statementPublish(folder, 'nowhere', policy, {}, terminal))).toMatch(/no such site/);
    expect(await refused(statementPublish(folder, 'shop', '/nowhere', {}, terminal))).toBe(
      'the file cannot be read',
    );
    await siteAdd(folder, 'old', { origin: [], kind: 'archive' }, terminal);
    expect(await refused(statementPublish(folder, 'old', policy, {}, terminal))).toMatch(/asks nobody/);
  });
});

describe('statement list, show and rotate-key', () => {
  it('list tells of each statement when, in how many languages, and by which key', async () => {
    const shop = await withShop();
    await shop.publish(policyOf());
    await statementRotateKey(shop.folder, shop.terminal);
    const [rotated = ''] = shop.said();
    await shop.publish(policyOf({ services: [] }));
    const listed = (await shop.list()).map((line) => line.split('\t'));
    expect(listed.map(([, , languages]) => languages)).toEqual([
      '31 languages',
      '2 languages',
      '2 languages',
    ]);
    const signers = listed.map(([, , , signer]) => signer?.replace(/^signed by /, '') ?? '');
    expect(signers[0]).toBe(signers[1]);
    expect(rotated).toContain(signers[2]);
    expect(signers[2]).not.toBe(signers[1]);
  });

  it('rotate-key prints the name of the key, and never the key', async () => {
    const shop = await withShop();
    await statementRotateKey(shop.folder, shop.terminal);
    const said = shop.said().join('\n');
    const secret = await withCore(shop.folder, async ({ store }) => (await store.publicKeys()).length);
    expect(secret).toBe(2);
    expect(said.match(/[\w-]{43}/g)).toHaveLength(1);
  });

  it('show tells the current statement in the language asked for', async () => {
    const shop = await withShop();
    await shop.publish(policyOf());
    await statementShow(shop.folder, 'shop', undefined, { language: 'de' }, shop.terminal);
    const said = shop.said();
    expect(said[0]).toMatch(new RegExp(`^${ID}, published on \\d{4}-\\d{2}-\\d{2}, in de$`));
    expect(said.join('\n')).toContain('Shop Ltd, 1 High Street');
    expect(said.join('\n')).toContain('Zeigt Filme.');
    expect(said).toContain('models: eu opt-in, uk opt-in, ch opt-in, us opt-in, other opt-in');
    expect(said.at(-1)).toBe('counts kept 25 months, choices 6 months; k = 10; refusals not counted');
  });

  it('show tells an older one by its id', async () => {
    const shop = await withShop();
    const [first = ''] = (await shop.list())[0]?.split('\t') ?? [];
    await shop.publish(policyOf());
    await statementShow(shop.folder, 'shop', first, {}, shop.terminal);
    expect(shop.said()[0]).toContain(first);
  });

  it('show refuses a statement or language that is not there', async () => {
    const { folder, terminal } = await withShop();
    expect(await refused(statementShow(folder, 'shop', 'ffffffff', {}, terminal))).toMatch(
      /no such statement/,
    );
    expect(await refused(statementShow(folder, 'shop', undefined, { language: 'xx' }, terminal))).toMatch(
      /^language must be one of en, /,
    );
  });
});

describe('receipt verify', () => {
  const lines = async (published: Published, withKeys: boolean): Promise<string[]> => {
    const { folder, terminal, said, file } = session();
    const options = withKeys ? { keys: file('keys.json', { keys: [published.key] }) } : {};
    await receiptVerify(join(folder, 'none'), file('receipt.json', receiptOf(published)), options, terminal);
    return said();
  };

  it('says of whom and what it is, and with whose key it was checked', async () => {
    const published = await publishedOf();
    expect(await lines(published, true)).toEqual([
      `Valid: statement ${published.signed.id} of Shop Ltd, published on 2026-11-20, in en.`,
      `Signed with a key that you gave: ${published.key.kid}`,
      '  2026-11-23  given: analytics, marketing',
      'The text is what was published. That these choices were made is the holder’s word: nobody else keeps it.',
    ]);
  });

  it('warns where the only key came with the receipt', async () => {
    const published = await publishedOf();
    const said = await lines(published, false);
    expect(said[1]).toBe(`Signed with the key that came with the receipt: ${published.key.kid}`);
    expect(said[2]).toMatch(/^WARNING: /);
  });

  it('needs no data folder, and makes none', async () => {
    const { folder, terminal, file } = session();
    const none = join(folder, 'none');
    await receiptVerify(none, file('receipt.json', receiptOf(await publishedOf())), {}, terminal);
    expect(existsSync(none)).toBe(false);
  });

  it('takes the keys of the data folder first', async () => {
    const shop = await withShop();
    await shop.publish(policyOf());
    const receipt = await withCore(shop.folder, async ({ store }) => {
      const signed = (await store.statements(1)).at(-1);
      const [key] = await store.publicKeys();
      if (signed === undefined || key === undefined) throw new Error('the test published it');
      const texts = await Promise.all(
        Object.values(signed.statement.wordings).map((hash) => store.wording(hash)),
      );
      const wordings = texts.map((text) => JSON.parse(text ?? 'null'));
      const made = receiptOf({ signed, wordings, key });
      const day = signed.statement.published;
      return { ...made, keys: { keys: [] }, events: made.events.map((event) => ({ ...event, day })) };
    });
    await receiptVerify(shop.folder, shop.file('receipt.json', receipt), {}, shop.terminal);
    expect(shop.said()[1]).toMatch(/^Signed with a key of this data folder: /);
  });

  it('is refused with the reason where anything is wrong', async () => {
    const { folder, terminal, file, said } = session();
    const receipt = { ...receiptOf(await publishedOf()), withdrawal: 'canary' };
    const message = await refused(receiptVerify(folder, file('r.json', receipt), {}, terminal));
    expect(message).toBe('NOT VALID: withdrawal must be that of the wording');
    expect(said()).toEqual([]);
  });

  it('is refused where the file is none, or the keys are none', async () => {
    const { folder, terminal, file } = session();
    expect(await refused(receiptVerify(folder, '/nowhere', {}, terminal))).toBe('the file cannot be read');
    expect(await refused(receiptVerify(folder, file('r.json', '{canary'), {}, terminal))).toBe(
      'the file must be a receipt as JSON',
    );
    const receipt = file('r.json', receiptOf(await publishedOf()));
    const keys = file('keys.json', { keys: [{ kty: 'RSA' }] });
    expect(await refused(receiptVerify(folder, receipt, { keys }, terminal))).toMatch(
      /^keys must be a key set with at least one Ed25519 key/,
    );
  });
});
