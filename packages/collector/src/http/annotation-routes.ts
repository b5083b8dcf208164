/** What happened on which day: notes that people wrote, and what the collector knows itself (site-events). */
import {
  type Annotation,
  type AnnotationList,
  dayFromNumber,
  dayNumber,
  isDay,
  type Note,
  type ParseResult,
  WORKSPACE_LIMITS,
} from '@holloway/protocol';
import * as v from 'valibot';
import { problem } from '../problem.ts';
import type { DayRange, SiteRecord } from '../store/store.ts';
import type { StoredNote, Workspace } from '../store/workspace.ts';
import { DAY, TEXT } from '../workspace/shapes.ts';
import { callerOf, note as noteDown } from './caller.ts';
import { answerJson, type Desk, full, READERS, unknown, WRITERS } from './desk.ts';
import { readBody } from './read-body.ts';
import { SITE } from './report-routes.ts';
import type { Parameter, Route } from './route.ts';
import { createSiteEvents, type SiteEventsDeps } from './site-events.ts';

export interface AnnotationRoutesDeps extends SiteEventsDeps {
  readonly store: Pick<Workspace, 'notes' | 'addNote' | 'changeNote' | 'removeNote'>;
  readonly desk: Desk;
  readonly newId: () => string;
}

const PATH = '/v1/sites/:site/annotations';
const ANNOTATION: Parameter = { name: 'annotation', in: 'path', description: 'The id of the note.' };
const ALWAYS: DayRange = { from: 0, to: dayNumber('9999-12-31') };

const DAY_SCHEMA = { type: 'string', format: 'date' };
const PROPERTIES = {
  day: DAY_SCHEMA,
  text: { type: 'string', minLength: 1, maxLength: WORKSPACE_LIMITS.text },
};
const EXAMPLE: Note = {
  kind: 'note',
  id: 'QSBub3RlIGhl',
  day: '2026-11-20',
  text: 'New order of the kettles',
  by: 'Mira',
  made: '2026-11-21',
};
const EVENTS: readonly Annotation[] = [
  { kind: 'statement', day: '2026-11-23', statement: 'c9f1d2a4' },
  { kind: 'settings', day: '2026-11-24', settings: ['k', 'routes'] },
  { kind: 'catalogue', day: '2026-11-25', added: 12, changed: 3 },
  {
    ...{ kind: 'experiment', day: '2026-11-25', experiment: 'hero', title: 'A promise at the head' },
    ...{ what: 'decided', arm: 'b', verdict: 'better' },
  },
  {
    ...{ kind: 'layout', day: '2026-11-16', through: '2026-11-22', page: '/', label: 'Home', more: 0 },
    zones: [{ zone: 'hero', label: 'hero', viewport: 's', change: 'moved', right: 0, down: 304 }],
  },
];

const NEW = v.object({ day: DAY, text: TEXT }, 'must be there');
const CHANGE = v.pipe(
  v.object({ day: v.exactOptional(DAY), text: v.exactOptional(TEXT) }),
  v.check((change) => Object.keys(change).length > 0, 'must name day or text'),
);

function parseRange({ from, to }: Readonly<Record<string, string>>): ParseResult<DayRange> {
  const refuse = (field: string, rule: string) => ({ ok: false, issue: { field, rule } }) as const;
  if (from !== undefined && !isDay(from)) return refuse('from', 'must be a date such as 2026-11-23');
  if (to !== undefined && !isDay(to)) return refuse('to', 'must be a date such as 2026-11-23');
  const range = {
    from: from === undefined ? ALWAYS.from : dayNumber(from),
    to: to === undefined ? ALWAYS.to : dayNumber(to),
  };
  return range.from > range.to ? refuse('from', 'must not be after to') : { ok: true, value: range };
}

export function annotationRoutes(deps: AnnotationRoutesDeps): readonly Route[] {
  const { store, desk, newId } = deps;
  const eventsOf = createSiteEvents(deps);

  async function shown(notes: readonly StoredNote[]): Promise<Note[]> {
    const nameOf = await desk.authors();
    return notes.map(({ id, day, text, author, made }) => ({
      kind: 'note',
      id,
      day: dayFromNumber(day),
      text,
      by: nameOf(author),
      made: dayFromNumber(made),
    }));
  }

  async function annotationsOf(site: SiteRecord, range: DayRange): Promise<readonly Annotation[]> {
    const all: Annotation[] = [
      ...(await shown(await store.notes(site.id, range))),
      ...(await eventsOf(site, range)),
    ];
    return all.sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
  }

  return [
    {
      method: 'get',
      path: PATH,
      area: 'workspace',
      summary:
        'What happened on which day: notes that people wrote; statements that were published; of the last twelve months, changes of settings and catalogue that make counts before and after them not of the same; layout tests that began, were decided and ended; and weeks in which the averaged boxes of a page were clearly others than before, told while they are kept by day.',
      rule: READERS,
      parameters: [
        SITE,
        {
          name: 'from',
          in: 'query',
          description: 'The first day, in the time zone of the site. Default: the first there is.',
          schema: DAY_SCHEMA,
        },
        {
          name: 'to',
          in: 'query',
          description: 'The last day. Default: the last there is.',
          schema: DAY_SCHEMA,
        },
      ],
      answers: [
        {
          status: 200,
          description: 'Oldest first.',
          type: 'application/json',
          schema: { type: 'object', examples: [{ annotations: [EXAMPLE, ...EVENTS] }] },
        },
      ],
      problems: ['bad_request'],
      ofSite: async (c, site) => {
        const range = parseRange(c.req.query());
        if (!range.ok) return problem('bad_request', range.issue);
        const list: AnnotationList = { annotations: await annotationsOf(site, range.value) };
        return answerJson(c, list);
      },
    },
    {
      method: 'post',
      path: PATH,
      area: 'workspace',
      summary: `Adds a note to a day, for all who may read the site; up to ${WORKSPACE_LIMITS.annotations} of them.`,
      rule: WRITERS,
      parameters: [SITE],
      body: {
        type: 'application/json',
        description: 'The day, and what happened.',
        schema: {
          type: 'object',
          required: ['day', 'text'],
          properties: PROPERTIES,
          examples: [{ day: EXAMPLE.day, text: EXAMPLE.text }],
        },
      },
      answers: [
        {
          status: 201,
          description: 'The note.',
          type: 'application/json',
          schema: { type: 'object', examples: [EXAMPLE] },
        },
      ],
      problems: ['bad_request', 'conflict', 'rate_limited', 'unavailable'],
      ofSite: desk.writing(async (c, site) => {
        const body = await readBody(c, NEW);
        if (!body.ok) return problem('bad_request', body.issue);
        const { day, text } = body.value;
        const made = dayNumber(desk.today(site));
        const added = { id: newId(), day: dayNumber(day), text, author: callerOf(c).id, made };
        if (!(await store.addNote(site.id, added, WORKSPACE_LIMITS.annotations)))
          return full('annotation', WORKSPACE_LIMITS.annotations);
        noteDown(c, added.id);
        return answerJson(c, { ...(await shown([added]))[0] }, 201);
      }),
    },
    {
      method: 'patch',
      path: `${PATH}/:annotation`,
      area: 'workspace',
      summary: 'Changes day or text of a note.',
      rule: WRITERS,
      parameters: [SITE, ANNOTATION],
      body: {
        type: 'application/json',
        description: 'What is to be another.',
        schema: {
          type: 'object',
          minProperties: 1,
          properties: PROPERTIES,
          examples: [{ text: EXAMPLE.text }],
        },
      },
      answers: [
        {
          status: 200,
          description: 'The note.',
          type: 'application/json',
          schema: { type: 'object', examples: [EXAMPLE] },
        },
      ],
      problems: ['bad_request', 'not_found', 'rate_limited', 'unavailable'],
      ofSite: desk.writing(async (c, site) => {
        const body = await readBody(c, CHANGE);
        if (!body.ok) return problem('bad_request', body.issue);
        const { day, ...rest } = body.value;
        const id = c.req.param('annotation') ?? '';
        const change = { ...rest, ...(day === undefined ? {} : { day: dayNumber(day) }) };
        const changed = await store.changeNote(site.id, id, change);
        if (changed === null) return unknown('annotation');
        noteDown(c, id);
        return answerJson(c, { ...(await shown([changed]))[0] });
      }),
    },
    {
      method: 'delete',
      path: `${PATH}/:annotation`,
      area: 'workspace',
      summary: 'Removes a note.',
      rule: WRITERS,
      parameters: [SITE, ANNOTATION],
      answers: [{ status: 204, description: 'Done.' }],
      problems: ['not_found', 'rate_limited', 'unavailable'],
      ofSite: desk.writing(async (c, site) => {
        const id = c.req.param('annotation') ?? '';
        if (!(await store.removeNote(site.id, id))) return unknown('annotation');
        noteDown(c, id);
        return c.body(null, 204);
      }),
    },
  ];
}
