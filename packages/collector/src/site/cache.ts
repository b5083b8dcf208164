/** What is read of a site once, and kept until it is forgotten. */

export interface Cache<T> {
  of(site: number): Promise<T>;
  /** Default: of every site. */
  forget(site?: number): void;
  /** Lets `renew` make of what is kept what there is now; where nothing is kept there is nothing to do. */
  renew(site: number, renew: (kept: T) => Promise<T>): void;
}

export function createCache<T>(read: (site: number) => Promise<T>): Cache<T> {
  const cached = new Map<number, Promise<T>>();
  const keep = (site: number, reading: Promise<T>): Promise<T> => {
    cached.set(site, reading);
    // What could not be read is asked for again.
    reading.catch(() => cached.get(site) === reading && cached.delete(site));
    return reading;
  };
  return {
    of: (site) => cached.get(site) ?? keep(site, read(site)),
    forget: (site) => void (site === undefined ? cached.clear() : cached.delete(site)),
    renew(site, renew) {
      const kept = cached.get(site);
      if (kept !== undefined) keep(site, kept.then(renew));
    },
  };
}
