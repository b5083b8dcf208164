/** The settings of a site in words, for the command line. Pure. */

import type { SiteSettings } from '@holloway/protocol';
import { TERM_KINDS } from '@holloway/protocol';
import { inColumns } from './preview-lines.ts';

export function settingsLines(settings: SiteSettings): string[] {
  const {
    id,
    name,
    kind,
    k,
    timeZone,
    currency,
    origins,
    languages,
    routes,
    provenance,
    statement,
    experiments,
  } = settings;
  const listed = (title: string, values: readonly string[]) =>
    (values.length === 0 ? ['none'] : values).map((value, i) => [i === 0 ? title : '', value] as const);
  return inColumns([
    ['id', id],
    ['name', name],
    ['kind', kind],
    ['k', String(k)],
    ['time zone', timeZone],
    ['currency', currency],
    ...listed('origins', origins),
    ['languages', languages.join(' ') || 'none'],
    ...listed(
      'routes',
      routes.map(({ pattern, type, category }) =>
        [
          pattern,
          ...(type === undefined ? [] : [`is a ${type}`]),
          ...(category === undefined ? [] : [`in ${category}`]),
        ].join('  '),
      ),
    ),
    ...listed(
      'layout tests',
      experiments.map(({ id, title, arms, pages, status, from, to }) =>
        [
          `${id}  ${title}`,
          `${status} ${from} to ${to ?? 'open'}`,
          arms.map(({ name, share }) => `${name} ${share} %`).join(', '),
          pages ?? 'every page',
        ].join('  '),
      ),
    ),
    ...listed(
      'names',
      TERM_KINDS.filter((each) => settings.names[each] > 0).map(
        (each) => `${each} ${settings.names[each]} of ${settings.ceilings[each]}`,
      ),
    ),
    ['provenance', provenance ?? 'none'],
    [
      'kept',
      kind === 'archive'
        ? 'until it is erased'
        : `${settings.keepDays} days by day, then by month, ${settings.keepMonths} months in all`,
    ],
    ['statement', statement],
  ]);
}
