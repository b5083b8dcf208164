/** Prints the screen, and what stands on paper in place of the controls: which shop, days and slice. */
import { COMPARISON_NAMES } from '../model/comparison.ts';
import { formatDays } from '../model/format.ts';
import { sliceTitle } from '../model/names.ts';
import { appliedSlice } from '../state/applied-slice.ts';
import { useComparedDays } from '../state/compared.ts';
import { useView } from '../state/view.ts';
import { Icon } from '../ui/icon.tsx';
import { t } from '../words/words.ts';

export function Print() {
  const { site, days, route } = useView();
  const compared = useComparedDays();
  return (
    <>
      <button
        type="button"
        class="popover-button"
        aria-keyshortcuts="p"
        data-shortcut="p"
        onClick={() => window.print()}
      >
        <Icon name="print" />
        <span>{t('Print')}</span>
      </button>
      <p class="on-paper">
        <strong>{site.name}</strong> · {formatDays(days.from, days.to)} · {sliceTitle(appliedSlice(route))}
        {compared !== null && (
          <>
            {' · '}
            {t('Compared with: {what}', {
              what: `${t(COMPARISON_NAMES[route.compare])} (${formatDays(compared.before.from, compared.before.to)})`,
            })}
          </>
        )}
      </p>
    </>
  );
}
