/**
 * Route templates of a site's configuration: `/c/:top/*` names what pages whose address fits it are.
 */
import type { Route } from '@holloway/protocol';
import { asPageType, type PageHints } from './page-hints.ts';

/** @returns What the placeholders of `pattern` stand for; `null` where `path` does not fit. */
function match(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/').filter(Boolean);
  const segments = path.split('/').filter(Boolean);
  const found: Record<string, string> = {};
  for (const [i, part] of wanted.entries()) {
    if (part === '*') return { ...found, '*': segments.slice(i).join('/') };
    const segment = segments[i];
    if (segment === undefined) return null;
    if (part.startsWith(':')) found[part] = segment;
    else if (part !== segment) return null;
  }
  return wanted.length === segments.length ? found : null;
}

/**
 * @param path Normalised.
 * @returns Of the first route that fits. Placeholders in its category stand for what they matched: `:top/*`.
 */
export function routedPage(routes: readonly Route[], path: string): PageHints {
  for (const { pattern, type, category } of routes) {
    const found = match(pattern, path);
    if (found === null) continue;
    const filled = category?.replace(/:\w+|\*/g, (name) => found[name] ?? name);
    return { type: asPageType(type), category: filled?.replace(/\/+$/, '') || undefined };
  }
  return {};
}
