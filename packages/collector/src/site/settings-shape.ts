/**
 * The settings of a site as JSON, and as the description for machines has them: which fields there are, and of which
 * type. What their values may be is said in settings.
 */
import { EXPERIMENT_METRICS, EXPERIMENT_STATES, SITE_KINDS } from '@holloway/protocol';
import * as v from 'valibot';
import { type Checked, issuesOf, refused, strictObject } from './issues.ts';
import type { SiteChanges, SiteInput } from './settings.ts';

const TEXT = v.string('must be text');
const ROUTE = strictObject({
  pattern: TEXT,
  type: v.exactOptional(TEXT),
  category: v.exactOptional(TEXT),
});
const EXPERIMENT = strictObject({
  id: TEXT,
  title: TEXT,
  arms: v.array(strictObject({ name: TEXT, share: v.number('must be a number') }), 'must be a list of arms'),
  pages: v.exactOptional(TEXT),
  metric: TEXT,
  zone: v.exactOptional(TEXT),
  status: TEXT,
  from: TEXT,
  to: v.exactOptional(TEXT),
});
const FIELDS = {
  name: v.exactOptional(TEXT),
  kind: v.exactOptional(v.picklist(SITE_KINDS, `must be ${SITE_KINDS.join(', ')}`)),
  k: v.exactOptional(v.number('must be a number')),
  timeZone: v.exactOptional(TEXT),
  currency: v.exactOptional(TEXT),
  origins: v.exactOptional(v.array(TEXT, 'must be a list of origins')),
  routes: v.exactOptional(v.array(ROUTE, 'must be a list of routes')),
  ceilings: v.exactOptional(
    v.record(
      v.string(),
      v.nullable(v.number('must be a number, or null')),
      'must be an object by kind of name',
    ),
  ),
  provenance: v.exactOptional(v.nullable(TEXT)),
  keepDays: v.exactOptional(v.number('must be a number')),
  keepMonths: v.exactOptional(v.number('must be a number')),
  languages: v.exactOptional(v.array(TEXT, 'must be a list of languages')),
  experiments: v.exactOptional(v.array(EXPERIMENT, 'must be a list of layout tests')),
};
const CHANGES = strictObject(FIELDS);
const SITE = strictObject({ id: TEXT, ...FIELDS });
const ROUTES = v.array(ROUTE, 'must be a list of routes');
const EXPERIMENTS = v.array(EXPERIMENT, 'must be a list of layout tests');

/** Of the policy of the site, which is not kept with its settings (consent/languages). */
export interface Spoken {
  readonly languages?: readonly string[];
}

export type AskedChanges = SiteChanges & Spoken;
export type AskedSite = SiteInput & Spoken;

function read<S extends v.GenericSchema>(
  schema: S,
  input: unknown,
  whole: string,
): Checked<v.InferOutput<S>> {
  const parsed = v.safeParse(schema, input);
  return parsed.success ? { ok: true, value: parsed.output } : refused(issuesOf(parsed.issues, whole));
}

export const readChanges = (input: unknown): Checked<AskedChanges> => read(CHANGES, input, 'body');

export function readSite(input: unknown): Checked<AskedSite> {
  const asked = read(SITE, input, 'body');
  if (!asked.ok) return asked;
  const { id: slug, ...settings } = asked.value;
  return { ok: true, value: { slug, ...settings } };
}

/** A file of routes alone. */
export const readRoutes = (input: unknown): Checked<NonNullable<SiteChanges['routes']>> =>
  read(ROUTES, input, 'routes');

/** A file of layout tests alone. */
export const readExperiments = (input: unknown): Checked<NonNullable<SiteChanges['experiments']>> =>
  read(EXPERIMENTS, input, 'experiments');

const text = { type: 'string' };
/** The same as JSON Schema. */
export const SETTINGS_SCHEMA = {
  name: { ...text, description: 'What people read.' },
  kind: { enum: SITE_KINDS, description: 'Test sites have loopback origins and k = 1; archives ask nobody.' },
  k: { type: 'integer', description: 'Browsers behind every number: 10 by default, at least 3.' },
  timeZone: { ...text, description: 'IANA name. Default: UTC.' },
  currency: { ...text, description: 'ISO 4217. Default: EUR.' },
  origins: { type: 'array', items: text, description: 'Of the pages that may send.' },
  languages: { type: 'array', items: text, description: 'In which visitors are asked, the fallback first.' },
  routes: {
    type: 'array',
    description: 'The first whose pattern fits a path says what the page is.',
    items: {
      type: 'object',
      required: ['pattern'],
      properties: { pattern: text, type: text, category: text },
    },
  },
  ceilings: {
    type: 'object',
    description: 'How many names of a kind there may be; null for the default.',
    additionalProperties: { type: ['integer', 'null'] },
  },
  provenance: { type: ['string', 'null'], description: 'Said wherever the numbers show.' },
  experiments: {
    type: 'array',
    description: 'Layout tests, all of them; at most 5 that run.',
    items: {
      type: 'object',
      required: ['id', 'title', 'arms', 'metric', 'status', 'from'],
      properties: {
        id: text,
        title: text,
        arms: {
          type: 'array',
          description: '2 to 4, the first of them a, the page as it is; shares in hundredths, 100 in all.',
          items: {
            type: 'object',
            required: ['name', 'share'],
            properties: { name: text, share: { type: 'integer' } },
          },
        },
        pages: { ...text, description: 'Pattern of the paths that show it. Default: every page.' },
        metric: { enum: EXPERIMENT_METRICS },
        zone: { ...text, description: 'The region whose clicks count.' },
        status: { enum: EXPERIMENT_STATES },
        from: { ...text, format: 'date' },
        to: { ...text, format: 'date', description: 'Its last day.' },
      },
    },
  },
  keepDays: {
    type: 'integer',
    description:
      'For how many days counts are kept by day, before they are added up by month: 92 by default.',
  },
  keepMonths: {
    type: 'integer',
    description: 'After how many months counts are deleted: 25 by default, and never more than was promised.',
  },
} as const;
