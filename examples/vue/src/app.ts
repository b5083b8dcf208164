/** The shop with Holloway in it; what differs between a browser and a server comes from outside. */
import type { App } from 'vue';
import type { RouterHistory } from 'vue-router';
import { createHolloway } from './holloway.ts';
import { createShopRouter } from './shop.ts';

const OPTIONS = {
  site: import.meta.env.VITE_SITE ?? 'my-shop',
  collector: import.meta.env.VITE_COLLECTOR ?? 'http://127.0.0.1:8787',
};

/** Resolves once the first page may be rendered. */
export async function prepare(app: App, history: RouterHistory, path?: string): Promise<App> {
  const router = createShopRouter(history);
  app.use(router).use(createHolloway(OPTIONS));
  if (path !== undefined) await router.push(path);
  await router.isReady();
  return app;
}
