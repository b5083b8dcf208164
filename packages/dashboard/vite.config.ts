import { defineConfig } from 'vite';
import { shortKeys } from './short-keys.ts';

export default defineConfig({
  base: './',
  plugins: [shortKeys()],
  build: {
    target: 'es2023',
    // light-dark() as it stands
    cssTarget: ['chrome123', 'safari17.5', 'firefox120'],
    // Nothing inlined as data: URLs, which the content security policy forbids.
    assetsInlineLimit: 0,
    modulePreload: false,
    rolldownOptions: {
      output: {
        chunkFileNames: 'assets/[name]-[hash].js',
        codeSplitting: {
          // What the first view needs is all in one, and the parts take it from there.
          groups: [{ name: 'index', test: /main\.tsx$/, priority: 1 }],
        },
      },
    },
    reportCompressedSize: false,
  },
});
