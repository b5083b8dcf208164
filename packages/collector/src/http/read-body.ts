/** A JSON body as the shape that a handler asks for, or which field breaks which rule. */
import type { ParseResult } from '@holloway/protocol';
import type { Context } from 'hono';
import * as v from 'valibot';

type ObjectSchema = v.GenericSchema & { readonly entries: object };

/** @param schema Of an object; its messages are rules, such as `must be text`. */
export async function readBody<S extends ObjectSchema>(
  c: Context,
  schema: S,
): Promise<ParseResult<v.InferOutput<S>>> {
  const input: unknown = await c.req.json().catch(() => undefined);
  if (!v.is(v.record(v.string(), v.unknown()), input))
    return { ok: false, issue: { field: 'body', rule: 'must be a JSON object' } };
  const parsed = v.safeParse(schema, input, { abortEarly: true });
  if (parsed.success) return { ok: true, value: parsed.output };
  const [{ path, message }] = parsed.issues;
  const field = String(path?.[0]?.key ?? 'body');
  return { ok: false, issue: { field, rule: message } };
}
