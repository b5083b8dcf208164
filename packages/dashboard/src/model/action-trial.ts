/** A layout test that would show whether an action works, as far as the action knows it: what the form to declare one begins with. Pure. */
import type { Action } from '@holloway/insight';
import { EXPERIMENT_METRICS, type ExperimentMetric, type Labels } from '@holloway/protocol';
import type { Options } from '../state/route.ts';
import { claimWords } from './advice-words.ts';

export interface Draft {
  readonly title: string;
  readonly id: string;
  /** Empty for every page. */
  readonly pages: string;
  readonly zone: string;
  readonly metric: ExperimentMetric;
}

const METRIC_OF: { readonly [type in Action['type']]?: ExperimentMetric } = {
  'move-up': 'clicked',
  bury: 'clicked',
  'long-list': 'clicked',
  'dead-end': 'bounce',
  'add-link': 'order',
};

/** `null` where a layout test is not how it is found out. */
export function draftOf(action: Action, labels: Labels): Draft | null {
  const metric = METRIC_OF[action.type];
  if (action.trial.by !== 'experiment' || metric === undefined) return null;
  const { page = '', zone = '' } = action.subject;
  const [type = '', print = ''] = action.id.split(':');
  return {
    title: claimWords(action, labels).title,
    id: `${type}-${print.slice(0, 6)}`,
    pages: page,
    zone,
    metric,
  };
}

/** As the address says it. */
export const writeDraft = ({ title, id, pages, zone, metric }: Draft): Options => ({
  declare: [title, id, pages, zone, metric],
});

/** `null` where the address asks for none. What it says is only what the form begins with. */
export function readDraft({ declare }: Options): Draft | null {
  if (declare === undefined) return null;
  const [title = '', id = '', pages = '', zone = '', metric] = declare;
  return { title, id, pages, zone, metric: EXPERIMENT_METRICS.find((each) => each === metric) ?? 'order' };
}
