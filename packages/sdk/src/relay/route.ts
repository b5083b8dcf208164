/** Which of a shop's addresses the relay serves, and what each is at the collector. Pure; knows no other address. */

export type Route =
  /** A batch of counts. */
  | { readonly kind: 'batch'; readonly path: string }
  /** A page asks for its numbers, to show them to a merchandiser who has a code for it. */
  | { readonly kind: 'overlay'; readonly path: string }
  /** The same for everybody. */
  | { readonly kind: 'public'; readonly path: string }
  /** Depends on the country that is asked from. */
  | { readonly kind: 'config'; readonly path: string }
  /** Is kept here. */
  | { readonly kind: 'choice'; readonly path: string };

const SITE = 'v1/sites/[a-z0-9][a-z0-9-]{0,62}';
const KINDS: readonly (readonly [kind: Route['kind'], pattern: RegExp])[] = [
  ['batch', /^v1\/collect$/],
  ['overlay', /^v1\/overlay$/],
  ['choice', /^choice$/],
  ['config', new RegExp(`^${SITE}/config\\.json$`)],
  ['public', /^holloway\.js$/],
  ['public', /^holloway\/[\w-]{1,80}\.js$/],
  ['public', /^v1\/keys\.json$/],
  ['public', new RegExp(`^${SITE}/statements(?:/[0-9a-f]{8}(?:/[a-z]{2,3}\\.json)?)?$`)],
];

/**
 * @param url Whole; its path is read as browsers do, with `..` resolved. Query and fragment go no further.
 * @param mount Without a slash at its end.
 * @returns `null` for any other address.
 */
export function routeOf(url: string, mount: string): Route | null {
  const { pathname } = new URL(url);
  if (!pathname.startsWith(`${mount}/`)) return null;
  const path = pathname.slice(mount.length + 1);
  const kind = KINDS.find(([, pattern]) => pattern.test(path))?.[0];
  return kind === undefined ? null : { kind, path };
}

export const METHODS: Readonly<Record<Route['kind'], readonly string[]>> = {
  batch: ['POST'],
  overlay: ['POST'],
  choice: ['POST'],
  config: ['GET', 'HEAD'],
  public: ['GET', 'HEAD'],
};
