/** What the days are compared with: a choice that stays in the address on every screen. */
import { COMPARISON_NAMES, COMPARISONS, type ComparisonKind, comparedDays } from '../model/comparison.ts';
import { formatDays } from '../model/format.ts';
import { finishedDays } from '../model/range.ts';
import { useView } from '../state/view.ts';
import { t } from '../words/words.ts';

export function CompareChoice() {
  const { route, site, days, location } = useView();
  const finished = finishedDays(days, site);
  const daysOf = (kind: ComparisonKind): string => {
    if (kind === 'none') return '';
    const compared = finished === null ? null : comparedDays(kind, finished, site);
    return compared === null ? t('no earlier days') : formatDays(compared.from, compared.to);
  };
  return (
    <fieldset class="compare-choice">
      <legend>{t('Compare with')}</legend>
      {COMPARISONS.map((kind) => (
        <label key={kind}>
          <input
            type="radio"
            name="compare"
            value={kind}
            checked={route.compare === kind}
            // Whoever came by its key goes on here.
            data-begin={route.compare === kind ? 'c' : undefined}
            onChange={() => location.replace({ ...route, compare: kind })}
          />
          <span>{t(COMPARISON_NAMES[kind])}</span>
          <small class="compare-days">{daysOf(kind)}</small>
        </label>
      ))}
    </fieldset>
  );
}
