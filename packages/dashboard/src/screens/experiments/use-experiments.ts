/** The tests of a site with all that was ever counted of them: they know no slices, and are judged from their first day on. */
import { ALL, type Report } from '@holloway/protocol';
import { reportUrl } from '../../api/report-url.ts';
import { daysOf } from '../../model/range.ts';
import type { Answer } from '../../state/answer.ts';
import { useSignal } from '../../state/signal.ts';
import { useView } from '../../state/view.ts';

export function useExperiments(): Answer<Report<'experiments'>> & { readonly csv: string } {
  const { reports, site } = useView();
  const days = daysOf({ preset: 'all' }, site);
  const query = { site: site.id, report: 'experiments', ...days, slice: ALL } as const;
  return {
    result: useSignal(reports.get(query)),
    retry: () => reports.retry(query),
    csv: reportUrl(query, 'csv'),
  };
}
