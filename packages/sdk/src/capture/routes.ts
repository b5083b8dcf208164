/**
 * Route templates of a site's configuration: `/c/:top/*` names what pages whose address fits it are.
 */
import type { Route } from '@holloway/protocol';
import { asPageType, type PageHints } from './page-hints.ts';

/** Each link of a page is asked about. */
const compiled = new WeakMap<Route, RegExp>();

/** `:name` stands for one segment, `*` for the rest. */
function expressionOf(route: Route): RegExp {
  let expression = compiled.get(route);
  if (!expression) {
    // Of all that a pattern may have, only the dot would mean something else.
    const pattern = route.pattern
      .replace(/\./g, '\\.')
      .replace(/:(\w+)/g, '(?<$1>[^/]+)')
      .replace('*', '(?<rest>.+)');
    expression = new RegExp(`^${pattern}$`);
    compiled.set(route, expression);
  }
  return expression;
}

/**
 * @param path Normalised.
 * @returns Of the first route that fits. Placeholders in its category stand for what they matched: `:top/*`.
 */
export function routedPage(routes: readonly Route[], path: string): PageHints {
  for (const route of routes) {
    const found = expressionOf(route).exec(path);
    if (!found) continue;
    const filled = route.category?.replace(/:(\w+)|\*/g, (_, name = 'rest') => found.groups?.[name] ?? '');
    return { type: asPageType(route.type), category: filled };
  }
  return {};
}
