/** What happened in the days of a chart, in words and by day. Pure. */
import type { Annotation, CountingSetting, Day } from '@holloway/protocol';
import { type Msg, msg, t, tn } from '../words/words.ts';

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
  }
}

const catalogueWords = ({ added, changed }: { readonly added: number; readonly changed: number }): string =>
  [
    ...(added > 0 ? [tn(added, '{n} new name', '{n} new names')] : []),
    ...(changed > 0 ? [tn(changed, '{n} name changed', '{n} names changed')] : []),
  ].join(', ');

export interface DayMark {
  /** Somebody wrote a note. */
  readonly byHand: boolean;
  /** The collector knows of a change. */
  readonly automatic: boolean;
  readonly text: string;
}

export function dayMarks(annotations: readonly Annotation[]): ReadonlyMap<Day, DayMark> {
  const marks = new Map<Day, DayMark>();
  for (const annotation of annotations) {
    const before = marks.get(annotation.day);
    const isNote = annotation.kind === 'note';
    const text = annotationWords(annotation);
    marks.set(annotation.day, {
      byHand: isNote || before?.byHand === true,
      automatic: !isNote || before?.automatic === true,
      text: before === undefined ? text : `${before.text} · ${text}`,
    });
  }
  return marks;
}
