/** What happened in the days of a chart, in words and by day. Pure. */
import type { Annotation, CountingSetting, Day, ExperimentEvent } from '@holloway/protocol';
import { type Msg, msg, t, tn } from '../words/words.ts';
import { layoutWords } from './layout-words.ts';
import type { Days } from './range.ts';

const SETTING_NAMES: { readonly [setting in CountingSetting]: Msg } = {
  k: msg('browsers behind a number'),
  timeZone: msg('time zone'),
  currency: msg('currency'),
  origins: msg('addresses of the shop'),
  routes: msg('routes'),
  ceilings: msg('how many names are kept'),
};

export function annotationWords(annotation: Annotation): string {
  switch (annotation.kind) {
    case 'note':
      return annotation.text;
    case 'statement':
      return t('A statement of consent was published');
    case 'settings':
      return t('Settings were changed: {settings}', {
        settings: annotation.settings.map((each) => t(SETTING_NAMES[each])).join(', '),
      });
    case 'catalogue':
      return t('Catalogue: {changes}', { changes: catalogueWords(annotation) });
    case 'experiment':
      return experimentWords(annotation);
    case 'layout':
      return layoutWords(annotation);
  }
}

const catalogueWords = ({ added, changed }: { readonly added: number; readonly changed: number }): string =>
  [
    ...(added > 0 ? [tn(added, '{n} new name', '{n} new names')] : []),
    ...(changed > 0 ? [tn(changed, '{n} name changed', '{n} names changed')] : []),
  ].join(', ');

function experimentWords(event: ExperimentEvent): string {
  const { title } = event;
  if (event.what !== 'decided')
    return event.what === 'started'
      ? t('Layout test “{title}” began', { title })
      : t('Layout test “{title}” ended', { title });
  return event.verdict === 'better'
    ? t('Layout test “{title}” is decided: {arm} is better', { title, arm: event.arm })
    : t('Layout test “{title}” is decided: {arm} is worse', { title, arm: event.arm });
}

/** What of it is to be seen: all of it, or what people wrote alone. */
export const HAPPENED = ['all', 'notes'] as const;
export type Shown = (typeof HAPPENED)[number];

export const shownOf = (annotations: readonly Annotation[], shown: Shown): readonly Annotation[] =>
  shown === 'all' ? annotations : annotations.filter(({ kind }) => kind === 'note');

export interface DayMark {
  /** Somebody wrote a note. */
  readonly byHand: boolean;
  /** The collector knows of a change. */
  readonly automatic: boolean;
  readonly text: string;
}

/** @param days Of the chart: what began before stands on the first. */
export function dayMarks(annotations: readonly Annotation[], days: Days): ReadonlyMap<Day, DayMark> {
  const marks = new Map<Day, DayMark>();
  for (const annotation of annotations) {
    const isOfBefore = annotation.day < days.from;
    const day = isOfBefore ? days.from : annotation.day;
    const before = marks.get(day);
    const isNote = annotation.kind === 'note';
    const text = annotationWords(annotation);
    marks.set(day, {
      byHand: isNote || before?.byHand === true,
      automatic: !isNote || before?.automatic === true,
      text: before === undefined ? text : `${before.text} · ${text}`,
    });
  }
  return marks;
}
