/** Which days: presets up to the site's last day, or any two days; and what they are compared with. */
import { formatDays } from '../model/format.ts';
import { PRESET_NAMES } from '../model/range.ts';
import { useView } from '../state/view.ts';
import { Icon } from '../ui/icon.tsx';
import { lazy } from '../ui/lazy.tsx';
import { Popover } from '../ui/popover.tsx';
import { t } from '../words/words.ts';

/** Most stay with the days that they find. */
const RangeChoices = lazy(async () => (await import('./range-choices.tsx')).RangeChoices);

export function RangePicker() {
  const { route, days } = useView();
  const { range } = route;
  return (
    <Popover
      class="range"
      title={t('Choose days')}
      shortcut="dc"
      align="end"
      button={
        <>
          <Icon name="calendar" />
          <span>
            {'preset' in range && <span class="range-preset">{t(PRESET_NAMES[range.preset])}</span>}
            <span class="range-days">{formatDays(days.from, days.to)}</span>
          </span>
          <Icon name="down" />
        </>
      }
    >
      {(close, key) => <RangeChoices onChosen={close} begin={key === 'c' ? 'compare' : 'days'} />}
    </Popover>
  );
}
