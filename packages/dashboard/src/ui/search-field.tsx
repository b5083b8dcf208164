/** A field that narrows a list as one types. */
import { Icon } from './icon.tsx';

interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
}

export const SearchField = ({ label, value, onInput }: SearchFieldProps) => (
  <label class="search">
    <Icon name="search" />
    <span class="visually-hidden">{label}</span>
    <input
      type="search"
      placeholder={label}
      value={value}
      onInput={(event) => onInput(event.currentTarget.value)}
      autocomplete="off"
      spellcheck={false}
    />
  </label>
);

/** Whether a name or term contains what was typed, whatever its case. */
export const matches = (typed: string, ...texts: readonly string[]): boolean => {
  const wanted = typed.trim().toLowerCase();
  return wanted === '' || texts.some((text) => text.toLowerCase().includes(wanted));
};
