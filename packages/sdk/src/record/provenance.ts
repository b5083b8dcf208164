/**
 * Which pageviews of a document tell where their visit comes from. Pure.
 * Does not read the page (capture/arrival), nor know whether a visit begins (visit/).
 */
import type { Provenance } from '../capture/arrival.ts';

const DIRECT: Provenance = { source: 'direct' };

/** What counts of it, and the tags that the document is known to have had. */
interface Come {
  readonly provenance: Provenance;
  readonly tags: readonly string[];
}

const tagsOf = ({ source, campaign, isTagged }: Provenance): readonly string[] =>
  isTagged ? [`${source} ${campaign}`] : [];

/** The first pageview of a document tells all of it. */
export const comeFirst = (told: Provenance): Come => ({ provenance: told, tags: tagsOf(told) });

/** A document that was counted before it was loaded again is not come to. */
export const comeAgain = (told: Provenance): Come => ({ provenance: DIRECT, tags: tagsOf(told) });

/**
 * A document keeps its referrer for as long as it is open, and an address its tags: what it shows later was come to only
 * where the address has others than before.
 */
export function comeLater(told: Provenance, before: readonly string[]): Come {
  const tags = tagsOf(told).filter((tag) => !before.includes(tag));
  const { source, campaign } = told;
  return { provenance: tags.length > 0 ? { source, campaign } : DIRECT, tags: [...before, ...tags] };
}
