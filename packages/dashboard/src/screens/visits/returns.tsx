/** After how many days visitors come back: retention, told by the browser as a count and without an id. */
import type { ReturnRow } from '@holloway/protocol';
import { useReport } from '../../state/view.ts';
import { t, tn } from '../../words/words.ts';
import { type Step, StepPanel } from './step-panel.tsx';

/** The first and last day of each step; 60 stands for all beyond. */
const STEPS = [
  [1, 1],
  [2, 6],
  [7, 13],
  [14, 27],
  [28, 59],
  [60, 60],
] as const;

const nameOf = (from: number, to: number): string => {
  if (from === 60) return t('60 days and more');
  return from === to ? tn(from, '{n} day', '{n} days') : t('{from} to {to} days', { from, to });
};

const stepsOf = (rows: readonly ReturnRow[]): Step[] =>
  STEPS.map(([from, to]) => ({
    name: nameOf(from, to),
    n: rows.filter(({ days }) => days >= from && days <= to).reduce((sum, { n }) => sum + n, 0),
  }));

export const Returns = () => (
  <StepPanel
    title={t('Coming back')}
    name="returns"
    note={t(
      'Returning visits by the days since the last one. The browser knows it; we are told the number alone.',
    )}
    asked={useReport('returns')}
    lines={STEPS.length}
    stepsOf={({ rows }) => stepsOf(rows)}
    what={t('Since the last visit')}
  />
);
