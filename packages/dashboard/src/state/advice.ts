/** The advice of the days that are shown, and what became of its actions. */
import type { SiteAdvice } from '@holloway/insight';
import type { ActionList } from '@holloway/protocol';
import { getActions, getAdvice } from '../api/advice.ts';
import { type Answer, useAnswer } from './answer.ts';
import { together } from './loadable.ts';
import { useView } from './view.ts';

export interface Advised {
  readonly advice: SiteAdvice;
  readonly list: ActionList;
}

export function useAdvice(): Answer<Advised> {
  const { api, site, days, route } = useView();
  const query = { site: site.id, ...days, slice: route.slice };
  const advice = useAnswer(JSON.stringify(query), () => getAdvice(api, query));
  const list = useAnswer(site.id, () => getActions(api, site.id));
  const result = together([advice.result, list.result]);
  return {
    result:
      result.state === 'ready'
        ? { state: 'ready', value: { advice: result.value[0], list: result.value[1] } }
        : result,
    retry() {
      if (advice.result.state === 'failed') advice.retry();
      // Of what somebody says of an action, the advice does not change.
      list.retry();
    },
  };
}

/** The first actions of these days that nobody decided on. */
export function useFirstActions(open: number): Answer<SiteAdvice> {
  const { api, site, days, route } = useView();
  const query = { site: site.id, ...days, slice: route.slice, open };
  return useAnswer(JSON.stringify(query), () => getAdvice(api, query));
}
