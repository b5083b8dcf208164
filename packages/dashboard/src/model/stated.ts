/** What visitors stated of their own will, question by question: what the store declares, with what came of it. Pure. */
import { type Interval, wilson } from '@holloway/insight';
import type { PreferenceDeclaration, PreferenceRow } from '@holloway/protocol';
import { termName } from './names.ts';

export interface StatedAnswer {
  readonly value: string;
  readonly name: string;
  /** Times that it was given; `null` where nobody did, or too few to tell. */
  readonly n: number | null;
  /** Browsers a day. */
  readonly people: number | null;
  /** Of the browsers that gave an answer which is told, in [0, 1]; `null` as `n`. */
  readonly share: number | null;
  readonly interval: Interval | null;
}

export interface Question {
  readonly key: string;
  readonly name: string;
  /** The most given first, then those that are not told. */
  readonly answers: readonly StatedAnswer[];
  /** Browsers behind the answers that are told. */
  readonly people: number;
}

/** How the store calls questions and answers: in the language of the reader, where it has it. */
export interface Naming {
  readonly declared: readonly PreferenceDeclaration[];
  /** Of the catalogue, for what is declared no more. */
  readonly labels: { readonly [term: string]: string } | undefined;
  /** Of the reader. */
  readonly language: string;
}

function labelled(label: PreferenceDeclaration['label'], language: string): string | undefined {
  const byLanguage: { readonly [language: string]: string | undefined } = label;
  return byLanguage[language] ?? Object.values(label)[0];
}

export const peopleOf = (rows: readonly Pick<PreferenceRow, 'people'>[]): number =>
  rows.reduce((sum, { people }) => sum + people, 0);

/** In the order in which they are declared, then those that are not any more. */
export function questionsOf(
  rows: readonly PreferenceRow[],
  { declared, labels, language }: Naming,
): readonly Question[] {
  const keys = [...new Set([...declared.map(({ key }) => key), ...rows.map(({ key }) => key)])];
  return keys.map((key) => {
    const question = declared.find((each) => each.key === key);
    const own = rows.filter((row) => row.key === key);
    const people = peopleOf(own);
    const values = [...new Set([...own, ...(question?.values ?? [])].map(({ value }) => value))];
    const answers = values.map((value): StatedAnswer => {
      const row = own.find((each) => each.value === value);
      const label = question?.values.find((each) => each.value === value)?.label ?? {};
      return {
        value,
        name: labelled(label, language) ?? termName(value, labels),
        n: row?.n ?? null,
        people: row?.people ?? null,
        share: row === undefined || people === 0 ? null : row.people / people,
        interval: row === undefined || people === 0 ? null : wilson(row.people, people),
      };
    });
    return {
      key,
      name: labelled(question?.label ?? {}, language) ?? termName(key, labels),
      answers: answers.sort((one, other) => (other.people ?? -1) - (one.people ?? -1)),
      people,
    };
  });
}
