import { defineConfig } from 'vite';

export default defineConfig({
  base: './',
  build: {
    target: 'es2023',
    // light-dark() as it stands
    cssTarget: ['chrome123', 'safari17.5', 'firefox120'],
    // Nothing inlined as data: URLs, which the content security policy forbids.
    assetsInlineLimit: 0,
    // One stylesheet and few scripts: compressed, what is split is a tenth larger.
    modulePreload: false,
    cssCodeSplit: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What the first view needs is all in one, and the parts take it from there.
          groups: [
            { name: 'index', test: /main\.tsx$/, priority: 1 },
            { name: 'sign-in', test: /sign-in\.tsx$/ },
          ],
        },
      },
    },
    reportCompressedSize: false,
  },
});
