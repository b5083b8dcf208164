import { defineConfig } from 'vite';

export default defineConfig({
  base: './',
  build: {
    target: 'es2023',
    // light-dark() as it stands
    cssTarget: ['chrome123', 'safari17.5', 'firefox120'],
    // Nothing inlined as data: URLs, which the content security policy forbids.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
});
