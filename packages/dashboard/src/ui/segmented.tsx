/** A few choices of which one holds, side by side. */
interface SegmentedProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly choices: readonly (readonly [value: T, name: string])[];
  readonly onChoose: (value: T) => void;
}

export const Segmented = <T extends string>({ label, value, choices, onChoose }: SegmentedProps<T>) => (
  <fieldset class="segmented">
    <legend class="visually-hidden">{label}</legend>
    {choices.map(([choice, name]) => (
      <button type="button" key={choice} aria-pressed={choice === value} onClick={() => onChoose(choice)}>
        {name}
      </button>
    ))}
  </fieldset>
);
