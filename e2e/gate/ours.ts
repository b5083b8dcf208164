/**
 * Ours under test: the small shop page and the example storefront, each with a real collector that publishes what the
 * shop declares of its services.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveStorefront } from '@holloway/example-storefront';
import type { Model } from '../peers/consent-tool.ts';
import { holloway } from '../peers/holloway.ts';
import { heldScripts } from '../peers/others.ts';
import { type Collector, createCollector } from '../support/collector.ts';
import { type Ear, openEar } from '../support/ear.ts';
import { type Arrivals, createArrivals } from './arrivals.ts';
import { openSmallShop } from './small-shop.ts';
import type { Subject } from './subject.ts';

const SITE = 'shop';
/** Google's resolver, which stands in the United States as far as country databases go. */
const AN_AMERICAN_ADDRESS = '8.8.8.8';

/** The services of `others.ts`, as a shop declares them; where consent is not asked for first, in the United States. */
const policyOf = (model: Model) => ({
  controller: { name: 'The small shop', address: ['1 High Street'] },
  services: heldScripts('').map(({ category, cookie }) => ({
    id: category,
    category,
    name: { en: category },
    provider: { en: 'Somebody else' },
    purpose: { en: 'To see what a consent tool does.' },
    data: { en: 'Pages viewed' },
    cookies: [{ name: cookie, days: 365 }],
  })),
  jurisdictions: { us: model },
});

interface Service {
  readonly collector: Collector;
  /** Where browsers find it: another site than the shop. */
  readonly ear: Ear;
  readonly arrivals: Arrivals;
  isTools(url: string): boolean;
  close(): Promise<void>;
}

const PUBLIC = new RegExp(
  `^/(?:holloway\\.js|holloway/[\\w-]+\\.js|v1/sites/${SITE}/(?:config\\.json|statements/[0-9a-f]{8}/[a-z]{2}\\.json))$`,
);

async function openService(model: Model): Promise<Service> {
  const collector = await createCollector({
    HOLLOWAY_RATE_PER_NETWORK: '0',
    HOLLOWAY_TRUST_PROXY: model === 'opt-out' ? '1' : '0',
  });
  await collector.start();
  const arrivals = createArrivals();
  const ear = await openEar(collector.url, {
    host: 'localhost',
    onArrival: arrivals.add,
    ...(model === 'opt-out' ? { from: AN_AMERICAN_ADDRESS } : {}),
  });
  return {
    collector,
    ear,
    arrivals,
    isTools(url) {
      const { origin, pathname } = new URL(url);
      return origin === ear.url && PUBLIC.test(pathname);
    },
    async close() {
      await ear.close();
      await collector.remove();
    },
  };
}

async function publish({ collector }: Service, origin: string, model: Model): Promise<void> {
  await collector.holloway('site', 'add', SITE, '--origin', origin, '--kind', 'test');
  const file = join(collector.data, 'policy.json');
  await writeFile(file, JSON.stringify(policyOf(model)));
  await collector.holloway('statement', 'publish', SITE, file);
}

/** The page that all tools stand on. */
export async function openOurSmallShop(model: Model = 'opt-in'): Promise<Subject> {
  const service = await openService(model);
  const { ear, arrivals } = service;
  const shop = await openSmallShop({
    tool: holloway(ear.url, SITE),
    more: { servers: [ear.url], arrivals, isTools: service.isTools, close: service.close },
  });
  await publish(service, new URL(shop.url).origin, model);
  return shop;
}

const STOREFRONT_FILES = /^\/(?:$|c\/|p\/|img\/|shop\.(?:css|js)$|favicon\.svg$)/;

/** The example storefront, as `npm start` serves it. */
export async function openOurStorefront(): Promise<Subject> {
  const service = await openService('opt-in');
  const { ear, arrivals } = service;
  const running = await serveStorefront({ port: 0, host: '127.0.0.1', collectorUrl: ear.url, site: SITE });
  const shop = await openEar(running.url, { onArrival: arrivals.add });
  await publish(service, shop.url, 'opt-in');
  const { choice, clicks } = holloway(ear.url, SITE);
  return {
    name: 'Holloway, storefront',
    version: null,
    url: `${shop.url}/`,
    choice,
    clicks,
    walk: { link: 'nav a[href^="/c/"]', idleClick: 'main h1' },
    servers: [shop.url, ear.url],
    arrivals,
    isShops(url) {
      const { origin, pathname } = new URL(url);
      return origin === shop.url && STOREFRONT_FILES.test(pathname);
    },
    isTools: service.isTools,
    async close() {
      await Promise.all([shop.close(), running.close()]);
      await service.close();
    },
  };
}
