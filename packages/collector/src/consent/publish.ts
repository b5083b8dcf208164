/**
 * Publishes statements: a policy becomes what visitors are asked, if it says anything else than before.
 * The rules are in draft.ts and chain.ts; here they meet the store, the clock and the key.
 */
import {
  type CatalogueEntry,
  canonicalJson,
  type Day,
  dayAt,
  type ParseResult,
  type SignedStatement,
  type Wording,
} from '@holloway/protocol';
import type { Registry } from '../site/registry.ts';
import type { SiteRecord, Store } from '../store/store.ts';
import { append } from './chain.ts';
import { type Change, changesBetween, differences, type Version } from './changes.ts';
import { contentOf, type Draft, draftStatement } from './draft.ts';
import type { SigningKeys } from './keys.ts';
import { defaultPolicy, type Policy, parsePolicy } from './policy.ts';
import { publicKeyOf, signStatement } from './sign.ts';

export interface Outcome {
  /** What visitors are asked to agree to now; of a preview, the one before. `null` where none is published. */
  readonly current: SignedStatement | null;
  /** Whether there is, or would be, a new statement: then everybody is asked again. */
  readonly asksAgain: boolean;
  /** Of the statement; empty for the first one of a site. */
  readonly changes: readonly Change[];
  /** Of preferences and the banner's position, which are no part of the statement. */
  readonly settings: readonly Change[];
}

export interface Publisher {
  /** What publishing would do. */
  preview(site: SiteRecord, policy: Policy | null): Promise<ParseResult<Outcome>>;
  /**
   * Publishes what the policy says of this site; nothing where that is published already.
   * @param policy `null`: the one before, or the default, for after something else has changed, such as k.
   * @param published Default: today, in the time zone of the site.
   */
  publish(site: SiteRecord, policy: Policy | null, published?: Day): Promise<ParseResult<Outcome>>;
  /** Makes another key the one that signs; what the ones before signed still verifies. @returns Its thumbprint. */
  rotateKey(): Promise<string>;
}

export interface PublisherDeps {
  readonly store: Store;
  readonly registry: Registry;
  readonly clock: { now(): number };
  readonly keys: SigningKeys;
}

interface Plan extends Outcome {
  readonly policy: Policy;
  readonly draft: Draft;
  readonly chain: readonly SignedStatement[];
}

const NO_SETTINGS = { preferences: [], position: 'bar' } as const;

const settingsOf = ({ preferences, position }: Pick<Policy, 'preferences' | 'position'>) => ({
  preferences,
  position,
});

/** What is declared need not wait for k browsers to be named. */
const termsOf = (id: string | undefined, { preferences }: Policy): CatalogueEntry[] => [
  ...(id === undefined ? [] : [{ kind: 'statement' as const, text: id }]),
  ...preferences.flatMap(({ key, label, values }) =>
    [{ text: key, label }, ...values.map(({ value, label: of }) => ({ text: value, label: of }))].map(
      ({ text, label: of }): CatalogueEntry => ({
        kind: 'preference',
        text,
        label: Object.values(of)[0] ?? text,
      }),
    ),
  ),
];

/** A statement as it was published, with its wordings. */
export async function versionOf(
  store: Pick<Store, 'wording'>,
  { statement }: SignedStatement,
): Promise<Version> {
  const texts = await Promise.all(Object.values(statement.wordings).map((hash) => store.wording(hash)));
  return {
    content: contentOf(statement),
    wordings: texts.flatMap((text) => (text === null ? [] : [JSON.parse(text) as Wording])),
  };
}

export function createPublisher({ store, registry, clock, keys }: PublisherDeps): Publisher {
  /** The policy that the current statement was built from. */
  const policyOf = async (site: SiteRecord): Promise<ParseResult<Policy>> => {
    const stored = await store.policy(site.id);
    if (stored === null) return { ok: true, value: defaultPolicy(site.name) };
    const parsed = parsePolicy(JSON.parse(stored));
    if (parsed.ok) return parsed;
    // It was taken by an earlier version of this program.
    const { field, rule } = parsed.issue;
    return {
      ok: false,
      issue: { field: `stored policy: ${field}`, rule: `${rule}; publish from a file again` },
    };
  };

  const plan = async (site: SiteRecord, given: Policy | null): Promise<ParseResult<Plan>> => {
    if (site.kind === 'archive') {
      return {
        ok: false,
        issue: { field: 'site', rule: 'is an archive: it asks nobody, so it has no statement' },
      };
    }
    const policy = given === null ? await policyOf(site) : { ok: true as const, value: given };
    if (!policy.ok) return policy;
    const chain = await store.statements(site.id);
    const draft = draftStatement(site, policy.value);
    const current = chain.at(-1) ?? null;
    const asksAgain =
      current === null || canonicalJson(contentOf(current.statement)) !== canonicalJson(draft.content);
    const changes =
      asksAgain && current !== null ? changesBetween(await versionOf(store, current), draft) : [];
    const settings = differences(settingsOf(site.policy ?? NO_SETTINGS), settingsOf(policy.value));
    return { ok: true, value: { current, asksAgain, changes, settings, policy: policy.value, draft, chain } };
  };

  const signed = async ({ chain, draft }: Plan, published: Day): Promise<ParseResult<SignedStatement>> => {
    const appended = append(chain, draft.content, published);
    if (!appended.ok) return appended;
    const key = await keys.current();
    // Before what it signs, so that nothing is ever published that cannot be verified.
    await store.addPublicKey(await publicKeyOf(key));
    const signature = await signStatement(appended.value.statement, key);
    return { ok: true, value: { ...appended.value, signature } };
  };

  return {
    preview: plan,
    async publish(site, given, published = dayAt(clock.now(), site.timeZone)) {
      const planned = await plan(site, given);
      if (!planned.ok) return planned;
      const { current, asksAgain, changes, settings, policy, draft } = planned.value;
      const next = asksAgain ? await signed(planned.value, published) : null;
      if (next !== null && !next.ok) return next;
      await store.publish(site.id, {
        signed: next?.value ?? null,
        wordings: next === null ? new Map() : draft.texts,
        policy: given === null ? await store.policy(site.id) : JSON.stringify(policy),
        terms: termsOf(next?.value.id, policy),
      });
      registry.changed(site.id);
      return { ok: true, value: { current: next?.value ?? current, asksAgain, changes, settings } };
    },
    async rotateKey() {
      // The one before first: it may have signed nothing yet, and then nobody misses it.
      await store.addPublicKey(await publicKeyOf(await keys.current()));
      const key = await publicKeyOf(await keys.rotate());
      await store.addPublicKey(key);
      return key.kid;
    },
  };
}
