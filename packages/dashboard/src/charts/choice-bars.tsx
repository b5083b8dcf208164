/** Choices by value: for each a bar in parts, agreed to all, agreed to a part, refused. */
import type { ConsentRow } from '@holloway/protocol';
import { CHOICES, type Choice, choicesOf, partsOf } from '../model/consent.ts';
import { formatCount, formatShare } from '../model/format.ts';
import { type Msg, msg, t } from '../words/words.ts';

export const CHOICE_NAMES: { readonly [choice in Choice]: Msg } = {
  accepted: msg('Agreed to all'),
  chosen: msg('Agreed to a part'),
  rejected: msg('Refused'),
};

const CHOICE_COUNTS: { readonly [choice in Choice]: Msg } = {
  accepted: msg('agreed to all {n}'),
  chosen: msg('agreed to a part {n}'),
  rejected: msg('refused {n}'),
};

interface ChoiceBarsProps {
  readonly label: string;
  readonly rows: readonly ConsentRow[];
  readonly name: (value: string) => string;
}

/** Where the share is known of any row, every bar is as long; else as long as many agreed. */
export function ChoiceBars({ label, rows, name }: ChoiceBarsProps) {
  const hasShare = rows.some(({ coverage }) => coverage !== null);
  const longest = Math.max(...rows.map(choicesOf), 1);
  const told = CHOICES.filter((choice) => rows.some((row) => row[choice] !== null));
  return (
    <>
      <ul class="choice-key" aria-hidden="true">
        {told.map((choice) => (
          <li key={choice}>
            <span class={`choice-part ${choice}`} />
            {t(CHOICE_NAMES[choice])}
          </li>
        ))}
      </ul>
      <ol class="bars choice-bars" aria-label={label}>
        {rows.map((row) => (
          <li key={row.value}>
            <span class="bar-name">
              {name(row.value)}
              <small>
                {told
                  .filter((choice) => row[choice] !== null)
                  .map((choice) => t(CHOICE_COUNTS[choice], { n: formatCount(row[choice]) }))
                  .join(', ')}
              </small>
            </span>
            <span class="bar-n">{hasShare ? formatShare(row.coverage) : formatCount(choicesOf(row))}</span>
            <span class="bar-track choice-track" aria-hidden="true">
              {partsOf(row, hasShare ? choicesOf(row) : longest).map(({ choice, share }) => (
                <span
                  key={choice}
                  class={`choice-part ${choice}`}
                  style={{ inlineSize: `${share * 100}%` }}
                />
              ))}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
