/** A layout test that would show whether an action works, as far as the action knows it: what the form to declare one begins with. Pure. */
import type { Action } from '@holloway/insight';
import { ANY, EXPERIMENT_METRICS, type ExperimentMetric, type Labels } from '@holloway/protocol';
import type { Options } from '../state/route.ts';
import { claimWords } from './advice-words.ts';

export interface Draft {
  readonly title: string;
  readonly id: string;
  /** Empty for every page. */
  readonly pages: string;
  readonly zone: string;
  readonly metric: ExperimentMetric;
  /** Of the second of two arms, in hundredths. Default: both alike. */
  readonly share?: number;
}

const METRIC_OF: { readonly [type in Action['type']]?: ExperimentMetric } = {
  'move-up': 'clicked',
  bury: 'clicked',
  'long-list': 'clicked',
  'dead-end': 'bounce',
  'add-link': 'order',
  'rotation-test': 'clicked',
};

/** `null` where a layout test is not how it is found out. */
export function draftOf(action: Action, labels: Labels): Draft | null {
  const metric = METRIC_OF[action.type];
  const { claim, findings, trial } = action;
  if (trial.by === 'before-after' || metric === undefined) return null;
  // A rotation is of the region, wherever it stands; what all pages share is of none of them.
  const [page = '', ...others] = new Set(findings.map(({ subject }) => subject.page));
  const pages = page === ANY || others.length > 0 ? '' : page;
  const [type = '', print = ''] = action.id.split(':');
  return {
    title: claimWords(action, labels).title,
    id: `${type}-${print.slice(0, 6)}`,
    pages,
    zone: action.subject.zone ?? '',
    metric,
    ...(claim.key === 'rotation-test' && { share: Math.round(claim.values.share * 100) }),
  };
}

/** As the address says it. */
export const writeDraft = ({ title, id, pages, zone, metric, share }: Draft): Options => ({
  declare: [title, id, pages, zone, metric, ...(share === undefined ? [] : [String(share)])],
});

/** `null` where the address asks for none. What it says is only what the form begins with. */
export function readDraft({ declare }: Options): Draft | null {
  if (declare === undefined) return null;
  const [title = '', id = '', pages = '', zone = '', metric, hundredths] = declare;
  const share = Number(hundredths);
  return {
    ...{ title, id, pages, zone },
    metric: EXPERIMENT_METRICS.find((each) => each === metric) ?? 'order',
    ...(Number.isInteger(share) && share > 0 && share < 100 && { share }),
  };
}
