/** What is typed into a field that narrows a list, kept in the address: a link may bring it along, and a saved view keeps it. */
import { useOptions } from './view.ts';

/** @param option Of the screen, under which it stands in the address; none where nothing is typed. */
export function useTyped(option: string): readonly [string, (typed: string) => void] {
  const [options, setOptions] = useOptions();
  return [options[option]?.[0] ?? '', (typed) => setOptions({ [option]: typed === '' ? null : typed })];
}
