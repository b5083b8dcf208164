/** Addresses as they stand in markup: some are none. */

/** @returns `null` for what is no address; `URL.canParse` is too young to rely on. */
export function parseUrl(text: string, base?: string): URL | null {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}

/** An address without its fragment, to tell whether two links lead to the same page. */
export const addressOf = (url: URL): string => url.origin + url.pathname + url.search;
