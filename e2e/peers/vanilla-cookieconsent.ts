/**
 * vanilla-cookieconsent as its guide has it: the UMD build, its style sheet, English texts, and cookies to clear.
 * https://cookieconsent.orestbida.com/essential/getting-started.html
 */
import { createRequire } from 'node:module';
import { type ConsentTool, type HeldScript, type Model, served, versionOf } from './consent-tool.ts';

const require = createRequire(import.meta.url);

const TEXTS = {
  consentModal: {
    title: 'We use cookies',
    description: 'We use cookies to count visits and to show offers that may interest you.',
    acceptAllBtn: 'Accept all',
    acceptNecessaryBtn: 'Reject all',
    showPreferencesBtn: 'Manage individual preferences',
  },
  preferencesModal: {
    title: 'Manage cookie preferences',
    acceptAllBtn: 'Accept all',
    acceptNecessaryBtn: 'Reject all',
    savePreferencesBtn: 'Accept current selection',
    closeIconLabel: 'Close',
    sections: [
      { title: 'Necessary', description: 'Needed for the shop to work.', linkedCategory: 'necessary' },
      { title: 'Statistics', description: 'How the shop is used.', linkedCategory: 'analytics' },
      { title: 'Marketing', description: 'Offers of other companies.', linkedCategory: 'marketing' },
    ],
  },
};

const settings = (model: Model, held: readonly HeldScript[]): string =>
  JSON.stringify({
    mode: model,
    categories: {
      necessary: { enabled: true, readOnly: true },
      ...Object.fromEntries(
        held.map(({ category, cookie }) => [
          category,
          { enabled: model === 'opt-out', autoClear: { cookies: [{ name: cookie }] } },
        ]),
      ),
    },
    language: { default: 'en', translations: { en: TEXTS } },
  });

export const vanillaCookieconsent = (model: Model = 'opt-in'): ConsentTool => ({
  name: 'vanilla-cookieconsent',
  version: versionOf(require.resolve('vanilla-cookieconsent/package.json')),
  files: [
    served(require.resolve('vanilla-cookieconsent/dist/cookieconsent.umd.js')),
    served(require.resolve('vanilla-cookieconsent/dist/cookieconsent.css')),
  ],
  head: (held) => `<link rel="stylesheet" href="/cookieconsent.css">
    <script defer src="/cookieconsent.umd.js"></script>
    <script type="module">CookieConsent.run(${settings(model, held)});</script>`,
  hold: ({ category, src }) => `<script type="text/plain" data-category="${category}" src="${src}"></script>`,
  reopen: '<button type="button" data-cc="show-preferencesModal">Cookie preferences</button>',
  choice: 'cc_cookie',
  clicks: {
    accept: ['#cc-main .cm [data-role="all"]'],
    reject: ['#cc-main .cm [data-role="necessary"]'],
    withdraw: ['[data-cc="show-preferencesModal"]', '#cc-main .pm [data-role="necessary"]'],
  },
});
