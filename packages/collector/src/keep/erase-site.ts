/**
 * Erases a site: from one moment to the next it is not there for anybody, then its rows are deleted and overwritten. What
 * named it in the grants of people and keys goes first, so that nobody is let into a later site of the same name.
 */
import type { Registry } from '../site/registry.ts';
import type { SiteRecord, Store } from '../store/store.ts';
import type { Retainer } from './retainer.ts';

/** What happened to the grants of people and keys that named a site. */
export interface ForgottenGrants {
  /** People who see one site less. */
  readonly people: number;
  /** Keys that hold for one site less. */
  readonly keys: number;
  /** Keys that held for this site alone, and are gone. */
  readonly revoked: number;
  /** Links to views of it, which are gone. */
  readonly shares: number;
}

export interface EraseDeps {
  readonly store: Pick<Store, 'eraseSite'>;
  readonly registry: Pick<Registry, 'forget'>;
  readonly retainer: Pick<Retainer, 'clear' | 'scrub'>;
  /** Lets go of names that are held in memory for a site. */
  readonly gate: { forget(site: number): void };
  readonly access: { forgetSite(slug: string): Promise<ForgottenGrants> };
  /** Runs while nothing is written. */
  readonly exclusive: <T>(work: () => Promise<T>) => Promise<T>;
}

export interface Erasure {
  readonly grants: ForgottenGrants;
  /** Deletes the rows and whatever copies of them are left in the file. Where it is interrupted, housekeeping goes on. */
  finish(): Promise<void>;
}

/** Resolves when the site is gone for everybody. */
export async function eraseSite(deps: EraseDeps, { id, slug }: SiteRecord): Promise<Erasure> {
  const { store, registry, retainer, gate, access, exclusive } = deps;
  const grants = await access.forgetSite(slug);
  await exclusive(() => store.eraseSite(id));
  gate.forget(id);
  registry.forget(id);
  return {
    grants,
    async finish() {
      await retainer.clear(false);
      await retainer.scrub();
    },
  };
}
