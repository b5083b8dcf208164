/**
 * Orejime as its README has it: the English standard theme and its style sheet, with scripts in templates.
 * https://github.com/boscop-fr/orejime#getting-started
 */
import { createRequire } from 'node:module';
import { type ConsentTool, type HeldScript, type Model, served, versionOf } from './consent-tool.ts';

const require = createRequire(import.meta.url);

const TITLES = { analytics: 'Statistics', marketing: 'Marketing' };

const settings = (model: Model, held: readonly HeldScript[]): string =>
  JSON.stringify({
    privacyPolicyUrl: '/privacy',
    purposes: held.map(({ category, cookie }) => ({
      id: category,
      title: TITLES[category],
      cookies: [cookie],
      default: model === 'opt-out',
      isExempt: model === 'opt-out',
    })),
  });

export const orejime = (model: Model = 'opt-in'): ConsentTool => ({
  name: 'Orejime',
  version: versionOf(require.resolve('orejime/package.json')),
  files: [
    served(require.resolve('orejime/dist/orejime-standard-en.js')),
    served(require.resolve('orejime/dist/orejime-standard.css')),
  ],
  head: (held) => `<link rel="stylesheet" href="/orejime-standard.css">
    <script>window.orejimeConfig = ${settings(model, held)};</script>
    <script defer src="/orejime-standard-en.js"></script>`,
  hold: ({ category, src }) =>
    `<template data-purpose="${category}"><script src="${src}"></script></template>`,
  reopen: '<button type="button" onclick="orejime.prompt()">Cookie settings</button>',
  choice: 'eu-consent',
  clicks: {
    accept: ['.orejime-Banner-saveButton'],
    reject: ['.orejime-Banner-declineButton'],
    withdraw: [
      '[onclick="orejime.prompt()"]',
      '.orejime-PurposeToggles-disableAll',
      '.orejime-Modal-saveButton',
    ],
  },
});
