/**
 * Klaro as its README has it: a configuration, the build that brings its style along, and its English texts.
 * https://github.com/klaro-org/klaro-js#getting-started
 */
import { createRequire } from 'node:module';
import { type ConsentTool, type HeldScript, type Model, served, versionOf } from './consent-tool.ts';

const require = createRequire(import.meta.url);

/** `acceptAll` shows "Accept all" beside "I decline"; the rest is its default. */
const settings = (model: Model, held: readonly HeldScript[]): string =>
  JSON.stringify({
    version: 1,
    acceptAll: true,
    default: model === 'opt-out',
    lang: 'en',
    translations: { zz: { privacyPolicyUrl: '/privacy' }, en: { purposes: TITLES } },
    services: held.map(({ category, cookie }) => ({
      name: category,
      title: TITLES[category],
      purposes: [category],
      cookies: [cookie],
      // What runs before a choice where consent is not asked for.
      optOut: model === 'opt-out',
    })),
  });

const TITLES = { analytics: 'Statistics', marketing: 'Marketing' };

export const klaro = (model: Model = 'opt-in'): ConsentTool => ({
  name: 'Klaro',
  version: versionOf(require.resolve('klaro/package.json')),
  files: [served(require.resolve('klaro/dist/klaro.js'))],
  head: (held) => `<script>var klaroConfig = ${settings(model, held)};</script>
    <script defer src="/klaro.js"></script>`,
  hold: ({ category, src }) =>
    `<script type="text/plain" data-type="text/javascript" data-name="${category}" data-src="${src}"></script>`,
  reopen: '<button type="button" onclick="klaro.show()">Change consent settings</button>',
  choice: 'klaro',
  clicks: {
    accept: ['.klaro .cookie-notice .cm-btn-success'],
    reject: ['.klaro .cookie-notice .cn-decline'],
    withdraw: [
      '[onclick="klaro.show()"]',
      '.klaro label[for="purpose-item-disableAll"]',
      '.klaro .cm-btn-accept',
    ],
  },
});
