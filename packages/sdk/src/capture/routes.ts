/**
 * Route templates of a site's configuration: `/c/:top/*` names what pages whose address fits it are.
 */
import type { Route } from '@holloway/protocol';
import { asPageType, type PageHints } from './page-hints.ts';

/** `:name` stands for one segment, `*` for the rest. */
const expressionOf = (pattern: string): RegExp =>
  new RegExp(`^${pattern.replace(/:(\w+)/g, '(?<$1>[^/]+)').replace('*', '(?<rest>.+)')}$`);

/**
 * @param path Normalised.
 * @returns Of the first route that fits. Placeholders in its category stand for what they matched: `:top/*`.
 */
export function routedPage(routes: readonly Route[], path: string): PageHints {
  for (const { pattern, type, category } of routes) {
    const found = expressionOf(pattern).exec(path);
    const filled = category?.replace(/:(\w+)|\*/g, (_, name = 'rest') => found?.groups?.[name] ?? '');
    if (found) return { type: asPageType(type), category: filled };
  }
  return {};
}
