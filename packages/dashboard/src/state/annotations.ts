/** What happened in the days that are shown. By a link nobody is told of it. */
import type { Annotation } from '@holloway/protocol';
import { getAnnotations } from '../api/workspace.ts';
import { type Answer, useAnswer } from './answer.ts';
import { useView } from './view.ts';
import { useViewer } from './viewer.ts';

export function useAnnotations(): Answer<readonly Annotation[]> {
  const { byLink } = useViewer();
  const { api, site, days } = useView();
  return useAnswer(`annotations ${site.id} ${days.from} ${days.to}`, async () =>
    byLink === true ? [] : getAnnotations(api, site.id, days),
  );
}
