/** Everything about accounts, keys and the log of access, as one list. What each answers is in the file named after it. */
import type { Access } from '../access/access.ts';
import { type AccountRoutesDeps, accountRoutes } from './account-routes.ts';
import { type KeyRoutesDeps, keyRoutes } from './key-routes.ts';
import { logRoutes } from './log-routes.ts';
import { type PeopleRoutesDeps, peopleRoutes } from './people-routes.ts';
import type { Route } from './route.ts';
import { type SignInRoutesDeps, signInRoutes } from './sign-in-routes.ts';

export interface AccessRoutesDeps
  extends Omit<SignInRoutesDeps & AccountRoutesDeps & PeopleRoutesDeps & KeyRoutesDeps, 'access'> {
  readonly access: Access;
}

export const accessRoutes = (deps: AccessRoutesDeps): readonly Route[] => [
  ...signInRoutes(deps),
  ...accountRoutes(deps),
  ...peopleRoutes(deps),
  ...keyRoutes(deps),
  ...logRoutes(deps),
];
