/** Everything that people keep beside the numbers of a site, as one list. What each answers is in the file named after it. */
import { type ActionRoutesDeps, actionRoutes } from './action-routes.ts';
import { type AnnotationRoutesDeps, annotationRoutes } from './annotation-routes.ts';
import { createDesk, type DeskDeps } from './desk.ts';
import type { Route } from './route.ts';
import { type ShareRoutesDeps, shareRoutes } from './share-routes.ts';
import { type ViewRoutesDeps, viewRoutes } from './view-routes.ts';

type All = DeskDeps & ViewRoutesDeps & AnnotationRoutesDeps & ActionRoutesDeps & ShareRoutesDeps;
export type WorkspaceRoutesDeps = Omit<All, 'desk'>;

export function workspaceRoutes(deps: WorkspaceRoutesDeps): readonly Route[] {
  const given = { ...deps, desk: createDesk(deps) };
  return [...viewRoutes(given), ...annotationRoutes(given), ...actionRoutes(given), ...shareRoutes(given)];
}
