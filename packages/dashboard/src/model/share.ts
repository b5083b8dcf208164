/** A share of what was seen, and how sure it is: computed where the collector computes it too. */
export { type Share, shareOf } from '@holloway/insight';
