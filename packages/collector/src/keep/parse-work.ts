/** Lines of an export about the work with a site: views, annotations, actions. Held to the rules of who writes them here. */
import { dayNumber, type ParseResult, WORKSPACE_LIMITS } from '@holloway/protocol';
import * as v from 'valibot';
import { addressOf, DAY, isActionId, STATE, TEXT, VIEW_NAME } from '../workspace/shapes.ts';
import type { Line } from './export-format.ts';

const ID = v.pipe(v.string('must be text'), v.regex(/^[\w-]{1,64}$/, 'must be letters, digits, - and _'));
const NUMBERED = v.pipe(DAY, v.transform(dayNumber));
const HISTORY_RULE = `must have 1 to ${WORKSPACE_LIMITS.history} states`;
const STEP = v.strictObject({
  state: STATE,
  reason: v.nullable(TEXT),
  day: v.nullable(NUMBERED),
  changed: NUMBERED,
});

const SHAPES = {
  view: (site: string) =>
    v.strictObject({ id: ID, name: VIEW_NAME, address: addressOf(site), made: NUMBERED }),
  annotation: () => v.strictObject({ id: ID, day: NUMBERED, text: TEXT, made: NUMBERED }),
  action: () =>
    v.strictObject({
      id: v.pipe(v.string('must be text'), v.check(isActionId, 'must be one that the advice may make')),
      history: v.pipe(
        v.tupleWithRest([STEP], STEP, HISTORY_RULE),
        v.maxLength(WORKSPACE_LIMITS.history, HISTORY_RULE),
      ),
    }),
};
const FIELDS = ['id', 'name', 'address', 'made', 'day', 'text', 'history'];

function parsed<S extends v.GenericSchema>(
  kind: Line['kind'],
  shape: S,
  input: unknown,
): ParseResult<v.InferOutput<S>> {
  const result = v.safeParse(shape, input, { abortEarly: true });
  if (result.success) return { ok: true, value: result.output };
  const [{ path, message }] = result.issues;
  // Whatever else it has may be called anything.
  const field = FIELDS.find((known) => known === path?.[0]?.key);
  const isOwn = field !== undefined && path?.length === 1;
  return {
    ok: false,
    issue: {
      field: field === undefined ? kind : `${kind}.${field}`,
      rule: isOwn ? message : 'must be as docs/export-format.md has it',
    },
  };
}

/** `null` for a line about something else. */
export function parseWork(line: { readonly [key: string]: unknown }, site: string): ParseResult<Line> | null {
  if ('view' in line) {
    const view = parsed('view', SHAPES.view(site), line.view);
    return view.ok ? { ok: true, value: { kind: 'view', view: view.value } } : view;
  }
  if ('annotation' in line) {
    const annotation = parsed('annotation', SHAPES.annotation(), line.annotation);
    return annotation.ok
      ? { ok: true, value: { kind: 'annotation', annotation: annotation.value } }
      : annotation;
  }
  if (!('action' in line)) return null;
  const action = parsed('action', SHAPES.action(), line.action);
  return action.ok ? { ok: true, value: { kind: 'action', action: action.value } } : action;
}
