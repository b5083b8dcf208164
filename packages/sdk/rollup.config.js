/**
 * Builds the script tag's file: one IIFE, minified. The ESM build is TypeScript's own (tsconfig.build.json).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FACTS } from '@holloway/protocol';
import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Node takes the types away; what it leaves is this build's input. */
const typescript = {
  name: 'typescript',
  transform: (code, id) => (id.endsWith('.ts') ? { code: stripTypeScriptTypes(code), map: null } : null),
};

const sources = readdirSync(here('./src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
  .join();

/**
 * Of the fact catalogue a browser needs to know only which of the facts that the sources name count no people,
 * not what each means to a reader.
 */
const browserCatalogue = {
  name: 'browser-catalogue',
  transform(code, id) {
    if (!/protocol\/src\/facts\.ts$/.test(id)) return null;
    const named = Object.keys(FACTS).filter((name) => sources.includes(`'${name}'`));
    // By their last words, which they share: `page.onward`, `visit.onward`.
    const words = new Set(named.filter((name) => !FACTS[name].people).map((name) => name.split('.').at(-1)));
    const histograms = new RegExp(`(${[...words].join('|')})$`);
    if (named.some((name) => histograms.test(name) === FACTS[name].people))
      this.error('last words do not tell');
    const facts = `new Proxy({}, { get: (_, name) => ({ people: !${histograms}.test(name) }) });`;
    const reduced = code.replace(/define\(\{.*\n\}\);/s, facts);
    if (reduced === code) this.error('the fact catalogue is not where it was');
    return { code: reduced, map: null };
  },
};

export default {
  input: here('./src/script.ts'),
  output: {
    file: here('./dist/holloway.js'),
    format: 'iife',
    plugins: [
      terser({
        ecma: 2020,
        compress: {
          passes: 5,
          pure_getters: true,
          keep_fargs: false,
          unsafe_arrows: true,
          hoist_funs: true,
          inline: 0,
        },
        format: { comments: false },
      }),
    ],
  },
  plugins: [nodeResolve({ extensions: ['.ts', '.js'] }), browserCatalogue, typescript],
};
