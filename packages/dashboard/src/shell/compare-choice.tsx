/** What the days are compared with: a choice that stays in the address on every screen. */
import { useEffect, useRef } from 'preact/hooks';
import { COMPARISON_NAMES, COMPARISONS, type ComparisonKind, comparedDays } from '../model/comparison.ts';
import { formatDays } from '../model/format.ts';
import { finishedDays } from '../model/range.ts';
import type { Screen } from '../state/route.ts';
import { useView } from '../state/view.ts';
import { t } from '../words/words.ts';

/** What they compare, if anything, they choose themselves. */
const WITHOUT_COMPARISON: readonly Screen[] = [
  'actions',
  'paths',
  'layout',
  'experiments',
  'visits',
  'consent',
  'privacy',
];

/** @param props.begin Whether whoever opened it came for this. */
export function CompareChoice({ begin }: { readonly begin: boolean }) {
  const { route, site, days, location } = useView();
  const chosen = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (begin) chosen.current?.focus();
  }, [begin]);
  const finished = finishedDays(days, site);
  const daysOf = (kind: ComparisonKind): string => {
    if (kind === 'none') return '';
    const compared = finished === null ? null : comparedDays(kind, finished, site);
    return compared === null ? t('no earlier days') : formatDays(compared.from, compared.to);
  };
  return (
    <fieldset class="compare-choice">
      <legend>{t('Compare with')}</legend>
      {WITHOUT_COMPARISON.includes(route.screen) && (
        <p class="note">{t('This screen does not go by what is chosen here; those that compare days do.')}</p>
      )}
      {COMPARISONS.map((kind) => (
        <label key={kind}>
          <input
            type="radio"
            name="compare"
            value={kind}
            checked={route.compare === kind}
            ref={route.compare === kind ? chosen : null}
            onChange={() => location.replace({ ...route, compare: kind })}
          />
          <span>{t(COMPARISON_NAMES[kind])}</span>
          <small class="compare-days">{daysOf(kind)}</small>
        </label>
      ))}
    </fieldset>
  );
}
