/** Chooses any place of the diagram, however small, to look at what comes after it, or before. */
import type { Direction } from '../../model/columns.ts';
import type { StepBalance } from '../../model/step-balance.ts';
import { writePlace } from '../../model/step-place.ts';
import { t } from '../../words/words.ts';

interface StepChoiceProps {
  readonly balances: ReadonlyMap<string, StepBalance>;
  readonly lastStep: number;
  readonly direction: Direction;
  /** As the address says it; `null` for all places. */
  readonly chosen: string | null;
  readonly name: (node: string) => string;
  readonly onChoose: (key: string | null) => void;
}

export function StepChoice({ balances, lastStep, direction, chosen, name, onChoose }: StepChoiceProps) {
  const places = [...balances.values()]
    .filter(({ step }) => step <= lastStep)
    .sort((a, b) => a.step - b.step || (name(a.node) < name(b.node) ? -1 : 1));
  return (
    <label class="step-choice">
      {direction === 'onward' ? t('Starting from') : t('Leading to')}
      <select value={chosen ?? ''} onChange={({ currentTarget }) => onChoose(currentTarget.value || null)}>
        <option value="">{t('All places')}</option>
        {places.map((place) => (
          <option key={writePlace(place)} value={writePlace(place)}>
            {place.step === 0 ? name(place.node) : `${t('Page {n}', { n: place.step })}, ${name(place.node)}`}
          </option>
        ))}
      </select>
    </label>
  );
}
