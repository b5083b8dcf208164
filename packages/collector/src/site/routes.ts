/**
 * Whether route templates do what whoever wrote them means. Browsers build a pattern into an expression, in which they
 * escape the dot alone, and take the first that fits (sdk capture/routes): a slip would only show in the counts.
 */
import { type Issue, MAX_TERM_LENGTH, normalisePath, PAGE_TYPES, type Route } from '@holloway/protocol';
import { declaredTerm, routedPage } from '@holloway/sdk/describe';
import { type Checked, checked } from './issues.ts';

const MAX_ROUTES = 200;
const MAX_PATTERN = 200;
const MAX_PLACEHOLDERS = 8;

const PLACEHOLDER = /:(\w*)/g;
/** `/c/:top/:page?` */
const OPTIONAL_END = /^(.*)\/(:\w+)\?$/s;
/** They mean something else in the expression that a pattern becomes. */
const EXPRESSION = /[\\^$+()[\]{}|]/;

const namesIn = (pattern: string): string[] =>
  [...pattern.matchAll(PLACEHOLDER)].map(([, name = '']) => name);

interface Spelt {
  readonly route: Route;
  /** Of the route as it was given. */
  readonly index: number;
}

/** `/c/:top/:page?` is two routes: one without its last segment, and one with it. */
const speltOut = (routes: readonly Route[]): Spelt[] =>
  routes.flatMap((route, index) => {
    const [, before = '', last] = OPTIONAL_END.exec(route.pattern) ?? [];
    if (last === undefined) return [{ route, index }];
    return [before || '/', `${before}/${last}`].map((pattern) => ({ route: { ...route, pattern }, index }));
  });

export const isFitting = (route: Route, path: string): boolean => 'type' in routedPage([route], path);

/** Paths of which none can be meant by name: whatever fits them all fits everything that `pattern` fits. */
function pathsLike(pattern: string): string[] {
  let count = 0;
  const path = pattern.replace(PLACEHOLDER, () => `\u{E000}${count++}`);
  return path.includes('*')
    ? ['\u{E001}', '\u{E001}/\u{E002}', '\u{E001}/\u{E002}/\u{E003}'].map((rest) => path.replace('*', rest))
    : [path];
}

/** @returns The rule that a pattern breaks; `null` for none. */
export function patternRule(pattern: string): string | null {
  const names = namesIn(pattern);
  if (pattern.length > MAX_PATTERN) return `must be at most ${MAX_PATTERN} characters`;
  if (!pattern.startsWith('/')) return 'must begin with a slash: a path, without host or query';
  if (/[?#]/.test(pattern))
    return 'must be of a path alone; a question mark may only follow a last segment such as :page';
  if (EXPRESSION.test(pattern)) return 'must not have any of \\ ^ $ + ( ) [ ] { } |';
  if (!/^[^*]*$|^[^*]*\/\*$/.test(pattern)) return 'may have one * only, as its last segment';
  if (names.some((name) => !/^[a-z_]\w*$/i.test(name)))
    return 'must have a name behind each colon, which begins with a letter, such as :top';
  if (names.includes('rest')) return 'must not call a placeholder rest: it is what * stands for';
  if (new Set(names).size < names.length) return 'must not use a name twice';
  if (names.length > MAX_PLACEHOLDERS) return `must have at most ${MAX_PLACEHOLDERS} placeholders`;
  if (/:\w+:/.test(pattern)) return 'must have something between two placeholders';
  const example = pattern.replace(PLACEHOLDER, 'x').replace('*', 'x');
  return normalisePath(example) === example
    ? null
    : 'must be as paths are counted: decoded, without a slash at the end, long numbers, addresses and tokens as :id';
}

function categoryRule(category: string, pattern: string): string | null {
  if (declaredTerm(category) !== category) return `must be 1 to ${MAX_TERM_LENGTH} printable characters`;
  const known = new Set(namesIn(pattern));
  if (namesIn(category).some((name) => !known.has(name))) return 'must use placeholders of its pattern only';
  if (category.includes('*') && !pattern.includes('*')) return 'must not have a * that its pattern has not';
  return /^\/|\/$/.test(category) ? 'must not begin or end with a slash' : null;
}

function issuesOf({ route: { pattern, type, category }, index }: Spelt): Issue[] {
  const rules: readonly (readonly [part: string, rule: string | null])[] = [
    ['pattern', patternRule(pattern)],
    [
      'type',
      type === undefined
        ? category === undefined
          ? 'is needed, or a category'
          : null
        : PAGE_TYPES.some((known) => known === type)
          ? null
          : `must be one of ${PAGE_TYPES.join(', ')}`,
    ],
    ['category', category === undefined ? null : categoryRule(category, pattern)],
  ];
  return rules.flatMap(([part, rule]) =>
    rule === null ? [] : [{ field: `routes[${index}].${part}`, rule }],
  );
}

/** The route is never reached where an earlier one takes everything. */
function shadowIssues(routes: readonly Spelt[]): Issue[] {
  return routes.flatMap(({ route, index }, i) => {
    const paths = pathsLike(route.pattern);
    const before = routes
      .slice(0, i)
      .find((earlier) => paths.every((path) => isFitting(earlier.route, path)));
    if (before === undefined) return [];
    const rule = `is never reached: whatever fits it fits routes[${before.index}], which comes first; put the particular before the general`;
    return [{ field: `routes[${index}].pattern`, rule }];
  });
}

/** @returns The routes as they are kept: spelt out. */
export function checkRoutes(given: readonly Route[]): Checked<readonly Route[]> {
  const routes = speltOut(given);
  if (routes.length > MAX_ROUTES)
    return checked([], [{ field: 'routes', rule: `must be at most ${MAX_ROUTES}` }]);
  const issues = routes.flatMap(issuesOf);
  // Only patterns that can be built are tried on each other.
  return checked(
    routes.map(({ route }) => route),
    issues.length > 0 ? issues : shadowIssues(routes),
  );
}
