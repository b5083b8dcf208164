/** What the collector answers of its advice on a site. Does not ask for it: see advise. */
import type { Day, Labels } from '@holloway/protocol';
import type { Advice } from './advise.ts';

/** `GET /v1/sites/{site}/advice` */
export interface SiteAdvice extends Advice {
  /** How many actions there are that nobody decided on; only where but the first of those were asked for. */
  readonly open?: number;
  readonly site: string;
  /** As was asked, but for months that are kept as a whole: of those that a range touches it has all. Days that are not settled are left out. */
  readonly from: Day;
  readonly to: Day;
  /** In a slice advice comes from the reports that have it: paths and pages, not products, positions or searches. */
  readonly slice: string;
  readonly k: number;
  /** Of the range since the first with numbers; gains a week are taken of it. */
  readonly days: number;
  /** Names that the catalogue gives to what the actions, and what is withheld, are about. */
  readonly labels: Labels;
}
