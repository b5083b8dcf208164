/** Whether a value is what a schema of the description says: the keywords that it uses, and no property beside them. */
import type { JsonSchema } from '../src/http/route.ts';

const typeOf = (value: unknown): string =>
  Array.isArray(value) ? 'array' : Number.isInteger(value) ? 'integer' : typeof value;

/** @returns Where it is something else, such as `errors[0].rule`; empty where it fits. */
export function misfits(value: unknown, schema: JsonSchema, at = ''): string[] {
  if (schema.type !== undefined && schema.type !== typeOf(value)) return [`${at} is no ${schema.type}`];
  if (Array.isArray(value))
    return value.flatMap((item, i) => misfits(item, (schema.items ?? {}) as JsonSchema, `${at}[${i}]`));
  if (typeof value !== 'object' || value === null) return [];
  const properties = (schema.properties ?? {}) as { readonly [name: string]: JsonSchema };
  const within = (name: string): string => (at === '' ? name : `${at}.${name}`);
  return [
    ...((schema.required ?? []) as readonly string[])
      .filter((name) => !Object.hasOwn(value, name))
      .map((name) => `${within(name)} is missing`),
    ...Object.entries(value).flatMap(([name, of]) => {
      const known = properties[name];
      return known === undefined ? [`${within(name)} is not described`] : misfits(of, known, within(name));
    }),
  ];
}
