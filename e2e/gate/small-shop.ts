/** The small shop page with a consent tool, served; and the server of those whose scripts wait in it. */
import type { ConsentTool, HeldScript } from '../peers/consent-tool.ts';
import { heldScripts, OTHERS } from '../peers/others.ts';
import { SHOP_PATHS, SHOP_STYLE, type ShopPath, shopPage } from '../peers/shop-page.ts';
import { type Answer, openRecordingServer } from '../support/recording-server.ts';
import { type Arrivals, createArrivals } from './arrivals.ts';
import type { Subject } from './subject.ts';

export interface SmallShopOptions {
  readonly tool: ConsentTool;
  /** For the head of each page. Default: nothing. */
  readonly extra?: (others: string) => string;
  /** Servers of the tool's that record into `arrivals`. Default: none. */
  readonly more?: {
    readonly servers: readonly string[];
    readonly arrivals: Arrivals;
    isTools(url: string): boolean;
    close(): Promise<void>;
  };
}

export async function openSmallShop({ tool, extra, more }: SmallShopOptions): Promise<Subject> {
  const arrivals = more?.arrivals ?? createArrivals();
  const others = await openRecordingServer('localhost', arrivals.add, (path) => OTHERS[path] ?? null);
  const held: readonly HeldScript[] = heldScripts(others.url);
  const answer = (path: string): Answer | null => {
    if (Object.hasOwn(SHOP_PATHS, path)) {
      const options = { path: path as ShopPath, tool, held, extra: extra?.(others.url) ?? '' };
      return { type: 'text/html', body: shopPage(options) };
    }
    if (path === '/shop.css') return { type: 'text/css', body: SHOP_STYLE };
    return tool.files.find((file) => file.path === path) ?? null;
  };
  const shop = await openRecordingServer('127.0.0.1', arrivals.add, answer);
  const paths = (url: string): string | null => {
    const { origin, pathname } = new URL(url);
    return origin === shop.url ? pathname : null;
  };
  return {
    name: tool.name,
    version: tool.version,
    url: `${shop.url}/`,
    choice: tool.choice,
    clicks: tool.clicks,
    walk: { link: 'nav a[href="/kettles"]', idleClick: 'main h1' },
    servers: [shop.url, others.url, ...(more?.servers ?? [])],
    arrivals,
    isShops: (url) => [...Object.keys(SHOP_PATHS), '/shop.css'].some((path) => path === paths(url)),
    isTools: (url) => tool.files.some(({ path }) => path === paths(url)) || more?.isTools(url) === true,
    async close() {
      await Promise.all([shop.close(), others.close(), more?.close()]);
    },
  };
}
