/**
 * Layout tests: what a store declares of them, and what of it browsers need to know. Does not say how an arm is drawn
 * (sdk/arms) nor what came of it (the fact `experiment`).
 */
import type { Day } from './day.ts';

/** What a test is decided by: an order, a product in the cart, a click in a region, or a visit that ends where it began. */
export const EXPERIMENT_METRICS = ['order', 'added', 'clicked', 'bounce'] as const;
export type ExperimentMetric = (typeof EXPERIMENT_METRICS)[number];

/**
 * What may come of a visit in an arm, beside `(any)`, as it is counted. Bounces are those that did not move `onward`: that
 * a visitor leaves no browser can tell.
 */
export const OUTCOMES = ['order', 'added', 'clicked', 'onward'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** As it is counted, what a test is decided by. */
export const outcomeOf = (metric: ExperimentMetric): Outcome => (metric === 'bounce' ? 'onward' : metric);

/** The first of every test: the page as it is, which whoever is not counted sees too. */
export const CONTROL = 'a';

export const EXPERIMENT_STATES = ['running', 'ended'] as const;

/** A test as a store declares it. */
export interface Experiment {
  /** Lower-case letters, digits and hyphens, at most 32: in markup, in code and in counts. */
  readonly id: string;
  readonly title: string;
  /** Two to four; the first is `a`. */
  readonly arms: readonly ExperimentArm[];
  /** Pattern of the paths that show it, as of a route. Default: every page. */
  readonly pages?: string;
  readonly metric: ExperimentMetric;
  /** The region whose clicks count. Default: none are counted. */
  readonly zone?: string;
  readonly status: (typeof EXPERIMENT_STATES)[number];
  /** The day it began, in the time zone of the site. */
  readonly from: Day;
  /** Its last day; of a running one, after which no browser goes on with it. Default: until it is ended. */
  readonly to?: Day;
}

export interface ExperimentArm {
  readonly name: string;
  /** Of the browsers, in hundredths: the arms of a test have 100 in all. */
  readonly share: number;
}

/** What a browser is told of a test that runs. */
export type RunningExperiment = Pick<Experiment, 'id' | 'arms' | 'pages' | 'zone'>;
