/**
 * What of an audit may be told over the network: nothing that moves with single visitors. Numbers of open and waiting
 * rows, sizes of files and the nonces of the day are for whoever has the file, and so has them already.
 */
import type { Audit } from './audit.ts';

const MAX_NAMES = 1_000;

/** Of each kind the first names in alphabetical order, and how many there are. */
export interface ToldNames {
  readonly kind: string;
  readonly declared: number;
  readonly sent: number;
  readonly names: readonly string[];
}

export type ToldAudit = Pick<Audit, 'made' | 'checks'> &
  Omit<Audit['sites'][number], 'open' | 'names'> & { readonly names: readonly ToldNames[] };

/** @returns `null` where the site is not in it. */
export function toldOf({ made, checks, sites }: Audit, slug: string): ToldAudit | null {
  const site = sites.find((each) => each.site === slug);
  if (site === undefined) return null;
  const { open: _, names, ...told } = site;
  return {
    made,
    ...told,
    // Of a list, a value that was counted once stands there as well as one that was counted by all.
    names: names
      .filter(({ listed }) => listed === 0)
      .map(({ kind, declared, sent }) => ({
        kind,
        declared,
        sent: sent.length,
        names: sent.slice(0, MAX_NAMES),
      })),
    checks,
  };
}
