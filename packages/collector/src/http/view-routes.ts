/** Views of the dashboard under names, shared by all who may read the site. */
import { dayFromNumber, dayNumber, type View, type ViewList, WORKSPACE_LIMITS } from '@holloway/protocol';
import * as v from 'valibot';
import { problem } from '../problem.ts';
import type { StoredView, Workspace } from '../store/workspace.ts';
import { addressOf, VIEW_NAME } from '../workspace/shapes.ts';
import { callerOf, note } from './caller.ts';
import { answerJson, type Desk, full, READERS, unknown, WRITERS } from './desk.ts';
import { readBody } from './read-body.ts';
import { SITE } from './report-routes.ts';
import type { Parameter, Route } from './route.ts';

export interface ViewRoutesDeps {
  readonly store: Pick<Workspace, 'views' | 'addView' | 'renameView' | 'removeView'>;
  readonly desk: Desk;
  /** Drawn, never the same twice. */
  readonly newId: () => string;
}

const PATH = '/v1/sites/:site/views';
const VIEW: Parameter = { name: 'view', in: 'path', description: 'The id of the view.' };
const NAME_SCHEMA = { type: 'string', minLength: 1, maxLength: WORKSPACE_LIMITS.viewName };
const EXAMPLE: View = {
  id: 'QmVzdCB2aWV3',
  name: 'Kettles on phones',
  address: '#/shop/paths?range=28d&slice=device%3Aphone',
  by: 'Mira',
  made: '2026-11-27',
};
const NAMED = v.object({ name: VIEW_NAME }, 'must be there');

const byName = ({ name: one, id }: View, { name: other, id: otherId }: View): number =>
  one.localeCompare(other, 'en') || (id < otherId ? -1 : 1);

export function viewRoutes({ store, desk, newId }: ViewRoutesDeps): readonly Route[] {
  async function shown(views: readonly StoredView[]): Promise<View[]> {
    const nameOf = await desk.authors();
    return views
      .map(({ author, made, ...view }) => ({ ...view, by: nameOf(author), made: dayFromNumber(made) }))
      .sort(byName);
  }
  return [
    {
      method: 'get',
      path: PATH,
      area: 'workspace',
      summary: 'The views that were saved, by name.',
      rule: READERS,
      parameters: [SITE],
      answers: [
        {
          status: 200,
          description: 'The views.',
          type: 'application/json',
          schema: { type: 'object', examples: [{ views: [EXAMPLE] }] },
        },
      ],
      ofSite: async (c, site) => {
        const list: ViewList = { views: await shown(await store.views(site.id)) };
        return answerJson(c, list);
      },
    },
    {
      method: 'post',
      path: PATH,
      area: 'workspace',
      summary: `Saves a view of the dashboard under a name, for all who may read the site; up to ${WORKSPACE_LIMITS.views} of them.`,
      rule: WRITERS,
      parameters: [SITE],
      body: {
        type: 'application/json',
        description: 'Its name, and its address in the dashboard, from the `#` on.',
        schema: {
          type: 'object',
          required: ['name', 'address'],
          properties: {
            name: NAME_SCHEMA,
            address: { type: 'string', maxLength: WORKSPACE_LIMITS.address },
          },
          examples: [{ name: EXAMPLE.name, address: EXAMPLE.address }],
        },
      },
      answers: [
        {
          status: 201,
          description: 'The view.',
          type: 'application/json',
          schema: { type: 'object', examples: [EXAMPLE] },
        },
      ],
      problems: ['bad_request', 'conflict', 'rate_limited', 'unavailable'],
      ofSite: desk.writing(async (c, site) => {
        const body = await readBody(
          c,
          v.object({ name: VIEW_NAME, address: addressOf(site.slug) }, 'must be there'),
        );
        if (!body.ok) return problem('bad_request', body.issue);
        const made = dayNumber(desk.today(site));
        const view = { id: newId(), ...body.value, author: callerOf(c).id, made };
        if (!(await store.addView(site.id, view, WORKSPACE_LIMITS.views)))
          return full('view', WORKSPACE_LIMITS.views);
        note(c, view.id);
        const [added] = await shown([view]);
        return answerJson(c, { ...added }, 201);
      }),
    },
    {
      method: 'patch',
      path: `${PATH}/:view`,
      area: 'workspace',
      summary: 'Gives a view another name.',
      rule: WRITERS,
      parameters: [SITE, VIEW],
      body: {
        type: 'application/json',
        description: 'Its name from now on.',
        schema: {
          type: 'object',
          required: ['name'],
          properties: { name: NAME_SCHEMA },
          examples: [{ name: 'Kettles' }],
        },
      },
      answers: [
        {
          status: 200,
          description: 'The view.',
          type: 'application/json',
          schema: { type: 'object', examples: [{ ...EXAMPLE, name: 'Kettles' }] },
        },
      ],
      problems: ['bad_request', 'not_found', 'rate_limited', 'unavailable'],
      ofSite: desk.writing(async (c, site) => {
        const body = await readBody(c, NAMED);
        if (!body.ok) return problem('bad_request', body.issue);
        const id = c.req.param('view') ?? '';
        if (!(await store.renameView(site.id, id, body.value.name))) return unknown('view');
        note(c, id);
        const [renamed] = await shown((await store.views(site.id)).filter((view) => view.id === id));
        return renamed === undefined ? unknown('view') : answerJson(c, renamed);
      }),
    },
    {
      method: 'delete',
      path: `${PATH}/:view`,
      area: 'workspace',
      summary: 'Forgets a view. Links to it go on showing what they showed.',
      rule: WRITERS,
      parameters: [SITE, VIEW],
      answers: [{ status: 204, description: 'Done.' }],
      problems: ['not_found', 'rate_limited', 'unavailable'],
      ofSite: desk.writing(async (c, site) => {
        const id = c.req.param('view') ?? '';
        if (!(await store.removeView(site.id, id))) return unknown('view');
        note(c, id);
        return c.body(null, 204);
      }),
    },
  ];
}
