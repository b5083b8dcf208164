/** What became of the actions that the advice proposes. Which actions there are is the advice's to say, not the collector's. */
import {
  ACTION_STATES,
  type ActionList,
  type ActionRecord,
  type ActionStep,
  type Author,
  dayFromNumber,
  dayNumber,
  type ParseResult,
  WORKSPACE_LIMITS,
} from '@holloway/protocol';
import * as v from 'valibot';
import { problem } from '../problem.ts';
import type { StoredAction, StoredStep, Workspace } from '../store/workspace.ts';
import { DAY, isActionId, STATE, TEXT } from '../workspace/shapes.ts';
import { callerOf, note } from './caller.ts';
import { answerJson, type Desk, full, READERS, WRITERS } from './desk.ts';
import { readBody } from './read-body.ts';
import { SITE } from './report-routes.ts';
import type { Route } from './route.ts';

export interface ActionRoutesDeps {
  readonly store: Pick<Workspace, 'actions' | 'addStep'>;
  readonly desk: Desk;
}

const PATH = '/v1/sites/:site/actions';
const STEP: ActionStep = {
  state: 'done',
  reason: null,
  day: '2026-11-26',
  by: 'Mira',
  changed: '2026-11-27',
};
const EXAMPLE: ActionRecord = { id: 'move-up:/c/kettles|bestsellers', ...STEP, history: [STEP] };

const CHANGE = v.object(
  { state: STATE, reason: v.exactOptional(TEXT), day: v.exactOptional(DAY) },
  'must be there',
);
type Change = v.InferOutput<typeof CHANGE>;

function stepOf(
  { state, reason, day }: Change,
  today: string,
): ParseResult<Pick<ActionStep, 'state' | 'reason' | 'day'>> {
  const refuse = (field: string, rule: string) => ({ ok: false, issue: { field, rule } }) as const;
  if (state === 'dismissed' && reason === undefined)
    return refuse('reason', 'must be there where an action is dismissed');
  if (state !== 'done' && day !== undefined)
    return refuse('day', 'must be there only where an action is done');
  if (day !== undefined && day > today) return refuse('day', 'must not be after today');
  return {
    ok: true,
    value: { state, reason: reason ?? null, day: state === 'done' ? (day ?? today) : null },
  };
}

export function actionRoutes({ store, desk }: ActionRoutesDeps): readonly Route[] {
  const toldStep = ({ author, changed, day, ...step }: StoredStep, by: (id: string | null) => Author) => ({
    ...step,
    day: day === null ? null : dayFromNumber(day),
    by: by(author),
    changed: dayFromNumber(changed),
  });
  async function shown(actions: readonly StoredAction[]): Promise<ActionRecord[]> {
    const by = await desk.authors();
    return actions.map(({ id, history }) => ({
      id,
      ...toldStep(history[0], by),
      history: history.map((step) => toldStep(step, by)),
    }));
  }
  return [
    {
      method: 'get',
      path: PATH,
      area: 'workspace',
      summary: `Where the actions stand that somebody said something of, each with its last ${WORKSPACE_LIMITS.history} changes.`,
      rule: READERS,
      parameters: [SITE],
      answers: [
        {
          status: 200,
          description: 'The actions, by id.',
          type: 'application/json',
          schema: { type: 'object', examples: [{ actions: [EXAMPLE] }] },
        },
      ],
      ofSite: async (c, site) => {
        const list: ActionList = { actions: await shown(await store.actions(site.id)) };
        return answerJson(c, list);
      },
    },
    {
      method: 'put',
      path: `${PATH}/:action`,
      area: 'workspace',
      summary: `Says where an action stands; of up to ${WORKSPACE_LIMITS.actions} actions.`,
      rule: WRITERS,
      parameters: [
        SITE,
        {
          name: 'action',
          in: 'path',
          description: 'The id that the advice gave it, percent-encoded, such as `move-up:%2Fc%2Fkettles`.',
        },
      ],
      body: {
        type: 'application/json',
        description:
          'How it stands. A reason where it is dismissed, else as one likes; of what is done the day, today by default.',
        schema: {
          type: 'object',
          required: ['state'],
          properties: {
            state: { enum: ACTION_STATES },
            reason: { type: 'string', minLength: 1, maxLength: WORKSPACE_LIMITS.text },
            day: { type: 'string', format: 'date' },
          },
          examples: [
            { state: 'done', day: STEP.day },
            { state: 'dismissed', reason: 'Sold out until spring' },
          ],
        },
      },
      answers: [
        {
          status: 200,
          description: 'The action.',
          type: 'application/json',
          schema: { type: 'object', examples: [EXAMPLE] },
        },
      ],
      problems: ['bad_request', 'conflict', 'rate_limited', 'unavailable'],
      ofSite: desk.writing(async (c, site) => {
        const id = c.req.param('action') ?? '';
        if (!isActionId(id))
          return problem('bad_request', {
            field: 'action',
            rule: `must be lower-case letters and hyphens, a colon, and 1 to ${WORKSPACE_LIMITS.actionId} characters, percent-encoded`,
          });
        const body = await readBody(c, CHANGE);
        if (!body.ok) return problem('bad_request', body.issue);
        const today = desk.today(site);
        const step = stepOf(body.value, today);
        if (!step.ok) return problem('bad_request', step.issue);
        const { day, ...rest } = step.value;
        const action = await store.addStep(
          site.id,
          id,
          {
            ...rest,
            day: day === null ? null : dayNumber(day),
            author: callerOf(c).id,
            changed: dayNumber(today),
          },
          WORKSPACE_LIMITS,
        );
        if (action === null) return full('action', WORKSPACE_LIMITS.actions, false);
        // Not which: what it is called came with the request.
        note(c, step.value.state);
        return answerJson(c, { ...(await shown([action]))[0] });
      }),
    },
  ];
}
