/** What a digest says, in the words of its language, before it is laid out as text or as a page. Pure. */
import { type Digest, type DigestFigure, fillIn } from '@holloway/protocol';
import { createNumbers, type Numbers } from './numbers.ts';
import type { DigestWords } from './words/digest-words.ts';
import { DIGEST_WORDS } from './words/words.ts';

export interface FigureLine {
  readonly label: string;
  readonly value: string;
  /** Such as `+8% on the week before`. */
  readonly changes: readonly string[];
}

export interface ActionLine {
  readonly title: string;
  readonly gain: string | null;
}

export interface Sections {
  readonly language: string;
  readonly subject: string;
  /** `null` where it is not sent by hand. */
  readonly test: string | null;
  readonly heading: string;
  readonly figures: readonly FigureLine[];
  readonly changed: { readonly title: string; readonly lines: readonly string[]; readonly none: string };
  readonly actions: { readonly title: string; readonly lines: readonly ActionLine[]; readonly none: string };
  readonly waiting: { readonly title: string; readonly line: string };
  /** Where the dashboard is; `null` where that is not known. */
  readonly open: { readonly label: string; readonly url: string } | null;
  readonly why: string;
}

const figureValue = ({ name }: DigestFigure, n: number, numbers: Numbers, currency: string): string =>
  name === 'coverage' ? numbers.share(n) : name === 'value' ? numbers.money(n, currency) : numbers.count(n);

function figureLine(
  figure: DigestFigure,
  words: DigestWords,
  numbers: Numbers,
  currency: string,
): FigureLine {
  const { name, now, before, lastYear } = figure;
  const on = (was: number | null, text: string): string[] =>
    now === null || was === null || was === 0
      ? []
      : [fillIn(text, { change: numbers.change((now - was) / was) })];
  return {
    label: words.figures[name],
    value: now === null ? words.tooFew : figureValue(figure, now, numbers, currency),
    changes: [...on(before, words.onBefore), ...on(lastYear, words.onLastYear)],
  };
}

function changedLines({ changed }: Digest, words: DigestWords, numbers: Numbers): string[] {
  return changed.map(({ of, name, before: was, now }) =>
    fillIn(words.shift, {
      of: words.shifts[of],
      name,
      before: numbers.share(was),
      now: numbers.share(now),
      points: numbers.points(now - was),
    }),
  );
}

export function sectionsOf(digest: Digest): Sections {
  const { language, site, k, week, figures, actions, waiting, url, test } = digest;
  const words = DIGEST_WORDS[language];
  const numbers = createNumbers(words.locale);
  const days = numbers.days(week);
  const subject = fillIn(words.subject, { site: site.name, days });
  const gainOf = (gain: Digest['actions'][number]['gain']): string | null => {
    const text = gain === null ? undefined : words.gains[gain.of as keyof DigestWords['gains']];
    return gain === null || text === undefined
      ? null
      : fillIn(text, { n: numbers.count(Math.max(1, gain.perWeek)) });
  };
  return {
    language,
    subject: test ? fillIn(words.testSubject, { subject }) : subject,
    test: test ? words.test : null,
    heading: fillIn(words.heading, { site: site.name, days }),
    figures: figures.map((figure) => figureLine(figure, words, numbers, site.currency)),
    changed: {
      title: words.changed,
      lines: changedLines(digest, words, numbers),
      none: digest.before === null ? words.nothingBefore : words.nothingChanged,
    },
    actions: {
      title: words.actions,
      lines: actions.map(({ title, gain }) => ({ title, gain: gainOf(gain) })),
      none: words.noActions,
    },
    waiting: {
      title: words.waiting,
      line:
        waiting.rows === 0
          ? words.nothingWaits
          : fillIn(words.waits, {
              k: numbers.count(k),
              rows: numbers.count(waiting.rows),
              n: numbers.count(waiting.n),
            }),
    },
    open: url === null ? null : { label: words.open, url },
    why: fillIn(words.why, { site: site.name }),
  };
}
