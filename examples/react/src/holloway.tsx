/**
 * Holloway in React: a provider that starts it, and hooks that follow it. A file to copy.
 * Works on a server too, where nothing is known: what a server renders is what a visitor sees who was not asked yet.
 */
import { type ConsentStatus, type Events, type Holloway, type StartOptions, start } from '@holloway/sdk';
import { createContext, type ReactNode, useCallback, useContext, useSyncExternalStore } from 'react';

const NOT_ASKED: ConsentStatus = {
  state: 'unknown',
  choices: { preferences: false, analytics: false, marketing: false },
  basis: null,
  objection: false,
  day: null,
};

const HollowayContext = createContext<Holloway | null | undefined>(undefined);

const never = () => () => {};

/** Takes the options of `start`. Those of the first render hold, and rendering twice starts once. */
export function HollowayProvider({ children, ...options }: StartOptions & { readonly children?: ReactNode }) {
  const holloway = useSyncExternalStore<Holloway | null>(
    never,
    () => start(options), // the same for a page, however often it is called
    () => null,
  );
  return <HollowayContext value={holloway}>{children}</HollowayContext>;
}

/**
 * @returns `null` on a server, and until its markup has been hydrated.
 * @throws Error without a provider: nothing would be counted, and nobody would notice.
 */
export function useHolloway(): Holloway | null {
  const holloway = useContext(HollowayContext);
  if (holloway === undefined) throw new Error('useHolloway needs a HollowayProvider above it');
  return holloway;
}

/** What is on; renders again when that changes, in this tab or another. */
export function useConsent(): ConsentStatus {
  const holloway = useHolloway();
  return useSyncExternalStore(
    useCallback((onChange) => holloway?.consent.on(onChange) ?? never(), [holloway]),
    () => holloway?.consent.get() ?? NOT_ASKED,
    () => NOT_ASKED,
  );
}

/** For handlers; in an effect it is a dependency, since it is another one once the page is hydrated. */
export function useTrack() {
  const holloway = useHolloway();
  return useCallback(
    <E extends keyof Events>(event: E, params: Events[E]): void => holloway?.track(event, params),
    [holloway],
  );
}
