/** Something that is on its way, has failed, or is here; and how several of them are one. Pure. */
import type { ApiError } from '../api/client.ts';

export type Loadable<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: ApiError }
  | { readonly state: 'ready'; readonly value: T };

export const LOADING: Loadable<never> = { state: 'loading' };

type Values<T extends readonly Loadable<unknown>[]> = {
  [index in keyof T]: T[index] extends Loadable<infer V> ? V : never;
};

/** Failed if one has failed, else loading if one is loading, else ready with all values. */
export function together<const T extends readonly Loadable<unknown>[]>(parts: T): Loadable<Values<T>> {
  const failed = parts.find((part) => part.state === 'failed');
  if (failed !== undefined) return failed as Loadable<never>;
  const values: unknown[] = [];
  for (const part of parts) {
    if (part.state !== 'ready') return LOADING;
    values.push(part.value);
  }
  return { state: 'ready', value: values as Values<T> };
}
