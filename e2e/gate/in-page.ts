/**
 * Runs in each page and frame before anything else of it, and tells every use of what can send or keep something.
 * Changes nothing of what the page gets to see beyond that. What becomes of it: watch.ts.
 */

/** `send`: what can reach a server. `keep`: what outlives the page. */
export type Sort = 'send' | 'keep';

export interface Call {
  readonly sort: Sort;
  readonly api: string;
  /** An address, or a name and what was kept under it. */
  readonly detail: string;
}

/** The name by which the page calls the test. */
export const TELL = 'hollowayGateTell';

type Owner = Record<string, unknown>;
type Callable = (...given: unknown[]) => unknown;

/** Passed to the browser as text: refers to nothing outside itself. */
export function tellEverything(tellName: string): void {
  const world = window as unknown as Owner;
  const tell = (sort: Sort, api: string, detail: unknown): void => {
    // Some frames end before the test can be called from them; what they did is heard by the servers.
    (world[tellName] as ((call: Call) => void) | undefined)?.({ sort, api, detail: String(detail) });
  };

  const wrap = (
    sort: Sort,
    owner: unknown,
    name: string,
    api: string,
    describe: (given: readonly unknown[]) => unknown = ([first]) => first,
  ): void => {
    const holder = owner as Owner | undefined;
    const original = holder?.[name];
    if (holder === undefined || typeof original !== 'function') return;
    holder[name] = function wrapped(this: unknown, ...given: unknown[]): unknown {
      tell(sort, api, describe(given));
      return Reflect.apply(original, this, given);
    };
  };
  const wrapClass = (name: string, describe: (given: readonly unknown[]) => unknown = ([first]) => first) => {
    const original = world[name];
    if (typeof original !== 'function') return;
    world[name] = new Proxy(original as unknown as new (...given: unknown[]) => object, {
      construct(target, given, newTarget) {
        tell('send', name, describe(given));
        return Reflect.construct(target, given, newTarget) as object;
      },
    });
  };
  const wrapSetter = (sort: Sort, owner: object | undefined, name: string, api: string): void => {
    const own = owner && Object.getOwnPropertyDescriptor(owner, name);
    if (!owner || !own?.set) return;
    const { set } = own;
    Object.defineProperty(owner, name, {
      ...own,
      set(value: unknown) {
        tell(sort, api, value);
        set.call(this, value);
      },
    });
  };

  const address = ([input]: readonly unknown[]): unknown => (input instanceof Request ? input.url : input);
  wrap('send', world, 'fetch', 'fetch', address);
  wrap('send', world, 'fetchLater', 'fetchLater', address);
  wrap('send', XMLHttpRequest.prototype, 'open', 'XMLHttpRequest', ([, url]) => url);
  wrap('send', Navigator.prototype, 'sendBeacon', 'sendBeacon');
  for (const name of ['WebSocket', 'EventSource', 'WebTransport', 'Worker', 'SharedWorker']) wrapClass(name);
  wrapClass('RTCPeerConnection', ([settings]) => JSON.stringify(settings));
  wrapSetter('send', HTMLImageElement.prototype, 'src', 'Image');
  wrap('send', world.ServiceWorkerContainer && ServiceWorkerContainer.prototype, 'register', 'serviceWorker');

  const entry = ([name, value]: readonly unknown[]): unknown =>
    typeof name === 'object' ? JSON.stringify(name) : `${name}=${value}`;
  wrapSetter('keep', Document.prototype, 'cookie', 'document.cookie');
  wrap('keep', world.CookieStore && CookieStore.prototype, 'set', 'cookieStore', entry);
  wrap('keep', IDBFactory.prototype, 'open', 'indexedDB');
  wrap('keep', world.CacheStorage && CacheStorage.prototype, 'open', 'caches');
  wrap('keep', world.StorageManager && StorageManager.prototype, 'getDirectory', 'file system', () => '/');
  wrapSetter('keep', window, 'name', 'window.name');
  for (const name of ['localStorage', 'sessionStorage'] as const) {
    const storage = window[name];
    const watched = new Proxy(storage, {
      get(target, key) {
        const value = Reflect.get(target, key) as unknown;
        if (typeof value !== 'function') return value;
        return (...given: unknown[]) => {
          if (key === 'setItem') tell('keep', name, entry(given));
          return Reflect.apply(value as Callable, target, given);
        };
      },
      // `localStorage.key = value` keeps it too.
      set(target, key, value) {
        tell('keep', name, entry([String(key), value]));
        return Reflect.set(target, key, value);
      },
    });
    Object.defineProperty(window, name, { configurable: true, get: () => watched });
  }
}
