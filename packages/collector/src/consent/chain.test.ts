import { canonicalJson, type SignedStatement } from '@holloway/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { policyOf, publishedOf } from '../../test/consent.ts';
import { append, holds, verifyChain } from './chain.ts';
import { contentOf } from './draft.ts';
import { contentHash } from './hash.ts';
import { keyIdOf, makeKey, publicKeyOf, signedBy, signStatement, trustworthyKeys } from './sign.ts';

/** Three statements of one key, each after the other. */
async function threeStatements() {
  const key = await makeKey();
  const chain: SignedStatement[] = [];
  for (const name of ['One', 'Two', 'Three']) {
    chain.push((await publishedOf(policyOf({ controller: { name } }), chain, key)).signed);
  }
  return { chain, keys: [await publicKeyOf(key)], key };
}

const verdicts = async (...given: Parameters<typeof verifyChain>) =>
  (await verifyChain(...given)).map((verdict) => ({ ...verdict, key: verdict.key !== null, id: undefined }));

const GOOD = { intact: true, chained: true, key: true };

describe('a chain of statements', () => {
  it('holds as it was published', async () => {
    const { chain, keys } = await threeStatements();
    expect(await verdicts(chain, keys)).toEqual([GOOD, GOOD, GOOD]);
    expect((await verifyChain(chain, keys)).every(holds)).toBe(true);
  });

  it('tells a statement that was changed', async () => {
    const { chain, keys } = await threeStatements();
    const changed = chain.map((signed, i) =>
      i === 1 ? { ...signed, statement: { ...signed.statement, k: 3 } } : signed,
    );
    expect(await verdicts(changed, keys)).toEqual([GOOD, { intact: false, chained: true, key: false }, GOOD]);
  });

  it('tells one that was changed and signed again, for the next does not name it', async () => {
    const { chain, keys, key } = await threeStatements();
    const statement = { ...(chain[1] as SignedStatement).statement, k: 3 };
    const hash = contentHash(statement);
    const forged = { id: hash.slice(0, 8), hash, statement, signature: await signStatement(statement, key) };
    const changed = chain.map((signed, i) => (i === 1 ? forged : signed));
    expect(await verdicts(changed, keys)).toEqual([GOOD, GOOD, { ...GOOD, chained: false }]);
  });

  it('tells one that was left out', async () => {
    const { chain, keys } = await threeStatements();
    expect(await verdicts(chain.slice(1), keys)).toEqual([{ ...GOOD, chained: false }, GOOD]);
    expect(
      await verdicts(
        [0, 2].map((i) => chain[i] as SignedStatement),
        keys,
      ),
    ).toEqual([GOOD, { ...GOOD, chained: false }]);
  });

  it('tells an id that is not the beginning of its hash', async () => {
    const { chain, keys } = await threeStatements();
    const [first] = chain as [SignedStatement];
    expect(await verdicts([{ ...first, id: 'ffffffff' }], keys)).toEqual([{ ...GOOD, intact: false }]);
  });

  it('needs the key that signed it', async () => {
    const { chain } = await threeStatements();
    const another = await publicKeyOf(await makeKey());
    expect(await verdicts(chain.slice(0, 1), [another])).toEqual([{ ...GOOD, key: false }]);
  });

  it('takes no statement whose id is taken', async () => {
    const { chain } = await threeStatements();
    const content = contentOf((chain[0] as SignedStatement).statement);
    const last = chain.at(-1) as SignedStatement;
    const next = append(chain, content, '2026-11-23');
    if (!next.ok) throw new Error(next.issue.rule);
    const collides = append([{ id: next.value.id, hash: 'an older one' }, last], content, '2026-11-23');
    expect(collides).toMatchObject({ ok: false, issue: { field: 'statement', rule: /id that is taken/ } });
  });
});

describe('a signature', () => {
  it('names its key by the thumbprint, and does not repeat what it signs', async () => {
    const { signed, key } = await publishedOf();
    expect(signed.signature).toMatch(/^[\w-]+\.\.[\w-]+$/);
    expect(keyIdOf(signed.signature)).toBe(key.kid);
    expect(key.kid).toMatch(/^[\w-]{43}$/);
  });

  it('is that of a key that is written down in RFC 8037, appendix A.3', async () => {
    const x = '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo';
    const key = { kty: 'OKP', crv: 'Ed25519', x, d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A' } as const;
    expect((await publicKeyOf(key)).kid).toBe('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k');
  });

  it.each(['', 'x', '..', 'e30..x'])('that is %j is none', async (signature) => {
    const { signed, key } = await publishedOf();
    expect(await signedBy(signed.statement, signature, [key])).toBeNull();
  });

  it('with a payload of its own is none, though it verifies', async () => {
    const { signed, key } = await publishedOf();
    const payload = Buffer.from(canonicalJson(signed.statement)).toString('base64url');
    const attached = signed.signature.replace('..', `.${payload}.`);
    expect(await signedBy({ ...signed.statement, k: 3 }, attached, [key])).toBeNull();
  });

  it('of a known key id by another key is none', async () => {
    const { signed, key } = await publishedOf();
    const impostor = { ...(await publicKeyOf(await makeKey())), kid: key.kid };
    expect(await signedBy(signed.statement, signed.signature, [impostor])).toBeNull();
    expect(await signedBy(signed.statement, signed.signature, [key])).toEqual(key);
  });
});

describe('a key set', () => {
  it('is trusted as far as its keys stand under their own thumbprints', async () => {
    const [one, two] = [await publicKeyOf(await makeKey()), await publicKeyOf(await makeKey())];
    expect(
      await trustworthyKeys({ keys: [one, { ...two, kid: one.kid }, { kty: 'RSA' }, 'canary'] }),
    ).toEqual([one]);
  });

  it.each([null, [], 'canary', {}, { keys: 'canary' }])('that is %j has no keys', async (input) => {
    expect(await trustworthyKeys(input)).toEqual([]);
  });
});

describe('canonical JSON', () => {
  /** Plain data as a statement is: no `undefined`, whole numbers. */
  const data = fc
    .jsonValue({ maxDepth: 3, noUnicodeString: false } as object)
    .map((value) =>
      JSON.parse(
        JSON.stringify(value, (_, each) => (typeof each === 'number' ? Math.trunc(each) || 0 : each)),
      ),
    );
  const shuffled = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(shuffled);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, each]) => [key, shuffled(each)]),
    );
  };

  it('is the same whatever the order of keys, and says the same', () => {
    fc.assert(
      fc.property(data, (value) => {
        expect(canonicalJson(shuffled(value))).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(value);
      }),
    );
  });

  it('changes with any character, and so no statement or wording can change unseen', async () => {
    const { signed, wordings, key } = await publishedOf();
    const text = canonicalJson(signed.statement);
    const wording = canonicalJson(wordings[0]);
    const anywhere = (length: number) => fc.integer({ min: 0, max: length - 1 });
    /** Another character there; `null` where that is no JSON any more. */
    const altered = (json: string, at: number): unknown => {
      const other = json[at] === '7' ? '8' : '7';
      try {
        return JSON.parse(`${json.slice(0, at)}${other}${json.slice(at + 1)}`);
      } catch {
        return null; // a bracket, a comma: nothing that could be shown
      }
    };
    await fc.assert(
      fc.asyncProperty(anywhere(text.length), async (at) => {
        const statement = altered(text, at) as SignedStatement['statement'] | null;
        fc.pre(statement !== null);
        expect(contentHash(statement)).not.toBe(signed.hash);
        expect(await signedBy(statement, signed.signature, [key])).toBeNull();
      }),
    );
    fc.assert(
      fc.property(anywhere(wording.length), (at) => {
        const changed = altered(wording, at);
        fc.pre(changed !== null);
        expect(contentHash(changed)).not.toBe(signed.statement.wordings.en);
      }),
    );
  });
});
