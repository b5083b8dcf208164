/** Who looks: their account and sites, and the ways to ask and to move. What of a site is looked at: view. */
import type { Account, Permission, SiteSummary } from '@holloway/protocol';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Api } from '../api/client.ts';
import type { Location } from './location.ts';
import type { Route } from './route.ts';
import type { Session } from './session.ts';

export interface Viewer {
  readonly api: Api;
  readonly account: Account;
  readonly sites: readonly SiteSummary[];
  readonly session: Session;
  readonly location: Location;
  /** As it is shown: with the site and screen that stand in for what the address leaves open. */
  readonly route: Route;
  /** Somebody without an account, by a link to a view: reads reports, and nothing that is kept beside them. */
  readonly byLink?: true;
}

export const ViewerContext = createContext<Viewer | null>(null);

export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext);
  if (viewer === null) throw new Error('useViewer is for components inside ViewerContext');
  return viewer;
}

export const useMay = (permission: Permission): boolean =>
  useViewer().account.permissions.includes(permission);
