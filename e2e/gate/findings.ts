/** What an observation holds that should not be there: the rule of the gate. Pure. */
import type { Observation, Phase } from './phases.ts';
import type { Subject } from './subject.ts';

/** The choice itself may be kept once there is one, and nothing else ever. */
const mayKeepChoice = (phase: Phase): boolean => phase === 'after Reject' || phase === 'after withdrawal';

/** An assignment to `document.cookie` that removes one, at the time of the visitor's clock. */
export function isErasing(assignment: string, now: string): boolean {
  const [, ...attributes] = assignment.split(';').map((part) => part.trim());
  return attributes.some((attribute) => {
    const [name = '', value = ''] = attribute.split('=', 2);
    if (/^max-age$/i.test(name)) return Number(value) <= 0;
    return /^expires$/i.test(name) && Date.parse(value) <= Date.parse(now);
  });
}

/** @returns One line each, such as `asked for POST http://…` or `kept localStorage visitor`; none is what passes. */
export function findings(
  { requests, sends, keeps, kept, time }: Observation,
  phase: Phase,
  { choice }: Pick<Subject, 'choice'>,
): string[] {
  const isChoice = (name: string): boolean => mayKeepChoice(phase) && name === choice;
  return [
    ...requests.map((request) => `asked for ${request}`),
    ...sends.map(({ api, detail }) => `used ${api} ${detail}`),
    ...keeps
      .filter(({ api, detail }) => !(api === 'document.cookie' && isErasing(detail, time)))
      .filter(({ detail }) => !isChoice(detail.split('=', 1)[0] ?? ''))
      .map(({ api, detail }) => `wrote ${api} ${detail}`),
    ...kept.filter(({ name }) => !isChoice(name)).map(({ where, name }) => `kept ${where} ${name}`),
  ];
}
