/** The days that there are to choose from, and what they are compared with. */
import { isDay } from '@holloway/protocol';
import { useState } from 'preact/hooks';
import { daysOf, lengthOf, PRESET_NAMES, PRESETS, type Range } from '../model/range.ts';
import { useView } from '../state/view.ts';
import { t, tn } from '../words/words.ts';
import { CompareChoice } from './compare-choice.tsx';

interface RangeChoicesProps {
  /** Days were chosen. */
  readonly onChosen: () => void;
  /** What whoever opened it came for. */
  readonly begin: 'days' | 'compare';
}

export function RangeChoices({ onChosen, begin }: RangeChoicesProps) {
  const { route, site, location } = useView();
  const { range } = route;
  const choose = (next: Range): void => location.go({ ...route, range: next });
  return (
    <>
      <ul class="choices">
        {PRESETS.map((preset) => (
          <li key={preset}>
            <button
              type="button"
              aria-pressed={'preset' in range && range.preset === preset}
              onClick={() => {
                choose({ preset });
                onChosen();
              }}
            >
              <span>
                {t(PRESET_NAMES[preset])}
                <small>{tn(lengthOf(daysOf({ preset }, site)), '{n} day', '{n} days')}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <CustomRange
        onChoose={(from, to) => {
          choose({ from, to });
          onChosen();
        }}
      />
      <CompareChoice begin={begin === 'compare'} />
    </>
  );
}

function CustomRange({ onChoose }: { readonly onChoose: (from: string, to: string) => void }) {
  const { site, days } = useView();
  const [from, setFrom] = useState(days.from);
  const [to, setTo] = useState(days.to);
  const limits = { ...(site.firstDay === null ? {} : { min: site.firstDay }), max: site.lastDay };
  const wrong = !isDay(from) || !isDay(to) || from > to;
  return (
    <form
      class="custom-range"
      onSubmit={(event) => {
        event.preventDefault();
        if (!wrong) onChoose(from, to);
      }}
    >
      <label>
        {t('From')}
        <input type="date" value={from} {...limits} onInput={(event) => setFrom(event.currentTarget.value)} />
      </label>
      <label>
        {t('To')}
        <input type="date" value={to} {...limits} onInput={(event) => setTo(event.currentTarget.value)} />
      </label>
      <button type="submit" class="button" disabled={wrong}>
        {t('Show these days')}
      </button>
    </form>
  );
}
