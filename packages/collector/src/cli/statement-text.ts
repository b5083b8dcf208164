/** A statement in words, for a terminal: what visitors are asked, and what stands behind it. Pure. */
import { DATA_GROUPS, fillIn, JURISDICTIONS, type SignedStatement, type Wording } from '@holloway/protocol';
import type { Verdict } from '../consent/chain.ts';
import type { Change } from '../consent/changes.ts';

const SIGNS = { added: '+', removed: '-', changed: '~' } as const;

/** `~ messages.banner (en, de)`. */
export const changeLine = ({ kind, path, languages }: Change): string =>
  `  ${SIGNS[kind]} ${path}${languages === undefined ? '' : ` (${languages.join(', ')})`}`;

export const verdictOf = ({ intact, chained, key }: Verdict): string => {
  if (!intact) return 'CHANGED: its hash is not that of its content';
  if (!chained) return 'BROKEN: it does not name the one before it';
  return key === null ? 'NOT SIGNED by any known key' : `signed by ${key}`;
};

export function statementLines(
  { id, hash, statement }: SignedStatement,
  { controller, messages, services, language }: Wording,
  verdict: Verdict,
): string[] {
  const { categories, facts, policy, retention } = statement;
  return [
    `${id}, published on ${statement.published}, in ${language}`,
    `hash ${hash}`,
    verdictOf(verdict),
    '',
    `${messages.banner} ${fillIn(messages.change, { open: messages.open })}`,
    '',
    `${messages.controller}: ${[controller.name, ...controller.contact].join(', ')}`,
    ...(controller.policy === null ? [] : [`${messages.policy}: ${controller.policy}`]),
    '',
    `${messages.necessary}: ${messages.necessaryPurpose}`,
    ...categories.map((category) => `${messages[category]}: ${messages[`${category}Purpose`]}`),
    ...services.flatMap((service) => [
      '',
      `${service.name} (${messages[service.category]})`,
      `  ${messages.provider}: ${service.provider}`,
      `  ${messages.purpose}: ${service.purpose}`,
      `  ${messages.data}: ${service.data}`,
      ...(service.duration === null ? [] : [`  ${messages.duration}: ${service.duration}`]),
      ...(service.policy === null ? [] : [`  ${messages.policy}: ${service.policy}`]),
    ]),
    '',
    `${messages.counted}:`,
    ...DATA_GROUPS.filter((group) => facts[group] !== undefined).map(
      (group) => `  ${messages.groups[group]}`,
    ),
    '',
    `models: ${JURISDICTIONS.map((where) => `${where} ${policy[where]}`).join(', ')}`,
    `counts kept ${retention.countsMonths} months, choices ${retention.choiceMonths} months; k = ${statement.k}; refusals ${statement.countsRefusals ? 'counted' : 'not counted'}`,
  ];
}
