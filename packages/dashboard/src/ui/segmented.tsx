/** A few choices of which one holds, side by side. */
interface SegmentedProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly choices: readonly (readonly [value: T, name: string])[];
  readonly onChoose: (value: T) => void;
  /** What cannot be chosen, and why. */
  readonly disabled?: { readonly choices: readonly T[]; readonly reason: string };
}

export const Segmented = <T extends string>({
  label,
  value,
  choices,
  onChoose,
  disabled,
}: SegmentedProps<T>) => (
  <fieldset class="segmented">
    <legend class="visually-hidden">{label}</legend>
    {choices.map(([choice, name]) => {
      const reason = disabled?.choices.includes(choice) ? disabled.reason : undefined;
      return (
        <button
          type="button"
          key={choice}
          aria-pressed={choice === value}
          disabled={reason !== undefined}
          title={reason}
          onClick={() => onChoose(choice)}
        >
          {name}
          {reason !== undefined && <span class="visually-hidden">, {reason}</span>}
        </button>
      );
    })}
  </fieldset>
);
