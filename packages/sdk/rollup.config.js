/**
 * Builds the script tag's file, one IIFE, and what it loads when it is needed: each `import('./part.ts')` becomes a
 * module of its own in `holloway/`, named after its file and the hash of its content, so that it can be kept for ever.
 * A part brings along what it shares with the script: a classic script cannot be imported from. The ESM build is
 * TypeScript's own (tsconfig.build.json).
 */
import { createHash } from 'node:crypto';
import { stripTypeScriptTypes } from 'node:module';
import { basename, dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FACTS } from '@holloway/protocol';
import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { rollup } from 'rollup';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Node takes the types away; what it leaves is this build's input. */
const typescript = {
  name: 'typescript',
  transform: (code, id) => (id.endsWith('.ts') ? { code: stripTypeScriptTypes(code), map: null } : null),
};

/**
 * Of the fact catalogue a browser needs to know only which facts count no people, not what each means to a reader. They
 * are told by their last words, which they share: `page.onward`, `visit.onward`.
 */
const browserCatalogue = {
  name: 'browser-catalogue',
  transform(code, id) {
    if (!/protocol\/src\/facts\.ts$/.test(id)) return null;
    const names = Object.keys(FACTS);
    const words = new Set(names.filter((name) => !FACTS[name].people).map((name) => name.split('.').at(-1)));
    const histograms = new RegExp(`\\.(${[...words].join('|')})$`);
    if (names.some((name) => histograms.test(name) === FACTS[name].people))
      this.error('last words do not tell');
    const facts = `new Proxy({}, { get: (_, name) => ({ people: !${histograms}.test(name) }) });`;
    const reduced = code.replace(/define\(\{.*\n\}\);/s, facts);
    if (reduced === code) this.error('the fact catalogue is not where it was');
    return { code: reduced, map: null };
  },
};

const minify = () =>
  terser({
    ecma: 2020,
    module: true,
    compress: {
      passes: 5,
      pure_getters: true,
      keep_fargs: false,
      unsafe_arrows: true,
      hoist_funs: true,
      inline: 0,
      lhs_constants: false,
    },
    format: { comments: false },
  });

const PART = /\bimport\((['"])(\.[^'"]+)\1\)/g;

/** @param parts Built so far, by source file: their names, and what they became. */
const loadedLater = (parts, folder) => ({
  name: 'loaded-later',
  async transform(code, id) {
    const built = new Map();
    for (const [, , specifier] of code.matchAll(PART)) {
      built.set(specifier, await buildPart(resolve(dirname(id), specifier), parts));
    }
    if (built.size === 0) return null;
    // A classic script of another origin has no address of its own to import from: the service's is at hand there.
    const from = folder === './' ? '' : 'collector + ';
    const named = (_, quote, specifier) => `import(${from}${quote}${folder}${built.get(specifier)}${quote})`;
    return { code: code.replace(PART, named), map: null };
  },
  resolveDynamicImport: () => false,
  generateBundle() {
    if (folder === './') return; // of a part: the script writes them all
    for (const { fileName, source } of parts.values()) {
      this.emitFile({ type: 'asset', fileName: `holloway/${fileName}`, source });
    }
  },
});

const plugins = (parts, folder) => [
  nodeResolve({ extensions: ['.ts', '.js'] }),
  browserCatalogue,
  typescript,
  loadedLater(parts, folder),
];

/** @returns The file's name, such as `analytics-1a2b3c4d.js`. */
async function buildPart(input, parts) {
  if (!parts.has(input)) {
    const bundle = await rollup({ input, plugins: plugins(parts, './') });
    const { output } = await bundle.generate({ format: 'es', plugins: [minify()] });
    const source = output[0].code;
    const hash = createHash('sha256').update(source).digest('hex').slice(0, 8);
    parts.set(input, { fileName: `${basename(input, '.ts')}-${hash}.js`, source });
  }
  return parts.get(input).fileName;
}

export default {
  input: here('./src/script.ts'),
  output: { file: here('./dist/holloway.js'), format: 'iife', plugins: [minify()] },
  plugins: plugins(new Map(), 'holloway/'),
};
