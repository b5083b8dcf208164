/** What visitors search for: terms, those without a result, those put in other words. Pure. */
import { type Count, count } from './count.ts';
import type { Search } from './observation.ts';

/** @param before The last term whose results were not clicked; `null` without one. */
export const searchCounts = (before: string | null, { term, isEmpty }: Search): Count[] => [
  ...count('search.asked', term),
  ...count('search.empty', isEmpty ? term : null),
  ...count('search.refined', before === term ? null : before, term),
];
