/**
 * Holloway in Vue: a plugin that starts it, and composables that follow it. A file to copy.
 * Works on a server too, where nothing is known: what a server renders is what a visitor sees who was not asked yet.
 */
import { type ConsentStatus, type Holloway, type StartOptions, start } from '@holloway/sdk';
import {
  type InjectionKey,
  inject,
  onMounted,
  onUnmounted,
  type Plugin,
  type ShallowRef,
  shallowRef,
} from 'vue';

const NOT_ASKED: ConsentStatus = {
  state: 'unknown',
  choices: { preferences: false, analytics: false, marketing: false },
  basis: null,
  objection: false,
  day: null,
};

const HOLLOWAY: InjectionKey<Holloway | null> = Symbol('holloway');

/** `app.use(createHolloway({ site, collector }))`. Takes the options of `start`; a page is started once. */
export const createHolloway = (options: StartOptions): Plugin => ({
  install(app) {
    app.provide(HOLLOWAY, typeof window === 'undefined' ? null : start(options));
  },
});

/**
 * @returns `null` on a server.
 * @throws Error without the plugin: nothing would be counted, and nobody would notice.
 */
export function useHolloway(): Holloway | null {
  const holloway = inject(HOLLOWAY, undefined);
  if (holloway === undefined) throw new Error('useHolloway needs app.use(createHolloway(…))');
  return holloway;
}

/** What is on; changes with it, in this tab or another. */
export function useConsent(): Readonly<ShallowRef<ConsentStatus>> {
  const holloway = useHolloway();
  const status = shallowRef(NOT_ASKED);
  let end: (() => void) | undefined;
  // Not sooner: what is rendered first has to be what a server rendered.
  onMounted(() => {
    end = holloway?.consent.on((next) => {
      status.value = next;
    });
  });
  onUnmounted(() => end?.());
  return status;
}

export function useTrack(): Holloway['track'] {
  const holloway = useHolloway();
  return (event, params) => holloway?.track(event, params);
}
