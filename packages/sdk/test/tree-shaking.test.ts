import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { type OutputChunk, type OutputOptions, type Plugin, rollup } from 'rollup';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const manifest: { readonly exports: { readonly [entry: string]: string }; readonly sideEffects: boolean } =
  JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8'));

/** The package by its own name, as its manifest says. */
const ownName: Plugin = {
  name: 'own-name',
  resolveId(specifier) {
    const file = manifest.exports[specifier.replace('@holloway/sdk', '.')];
    if (file === undefined) return null;
    return { id: `${ROOT}${file.slice(2)}`, moduleSideEffects: manifest.sideEffects };
  },
};

/** What a store's bundler makes of a module of the store's. */
async function bundle(code: string, options: OutputOptions = {}): Promise<OutputChunk[]> {
  const store: Plugin = {
    name: 'store',
    resolveId: (id) => (id === 'store' ? id : null),
    load: (id) => (id === 'store' ? code : null),
    transform: (text, id) => (id.endsWith('.ts') ? { code: stripTypeScriptTypes(text), map: null } : null),
  };
  const plugins = [store, ownName, nodeResolve({ extensions: ['.ts', '.js'] })];
  const built = await rollup({ input: 'store', plugins });
  const { output } = await built.generate(options);
  return output.filter((one): one is OutputChunk => one.type === 'chunk');
}

/** Files of the package that something is left of, from its `src`. */
const filesIn = (chunks: readonly OutputChunk[]): string[] =>
  chunks
    .flatMap(({ modules }) => Object.entries(modules))
    .filter(([id, { renderedLength }]) => id !== 'store' && renderedLength > 0)
    .map(([id]) => relative(`${ROOT}src`, id));

describe('what a bundler takes along', () => {
  it('with start is nothing that runs on a server', async () => {
    const files = filesIn(await bundle("export { start } from '@holloway/sdk';"));
    expect(files).toContain('start.ts');
    expect(files.filter((file) => file.startsWith('relay/'))).toEqual([]);
  });

  it('with start comes in parts: banner, centre and counting are not in the first', async () => {
    const [first, ...later] = await bundle("export { start } from '@holloway/sdk';");
    const files = filesIn(first ? [first] : []);
    expect(
      files.filter((file) => /^(analytics|session|banner\/ui|banner\/centre|gate\/gate)\./.test(file)),
    ).toEqual([]);
    expect(filesIn(later)).toEqual(
      expect.arrayContaining([
        'analytics.ts',
        'session.ts',
        'banner/ui.ts',
        'banner/centre.ts',
        'gate/gate.ts',
      ]),
    );
  });

  it('with keepChoice is its file alone', async () => {
    const chunks = await bundle("export { keepChoice } from '@holloway/sdk/relay';");
    expect(filesIn(chunks)).toEqual(['relay/keep-choice.ts']);
  });

  it('with createRelay is nothing that runs in a browser', async () => {
    const files = filesIn(await bundle("export { createRelay } from '@holloway/sdk/relay';"));
    expect(files).toContain('relay/relay.ts');
    expect(files.filter((file) => !/^relay\/|^\.\.\/\.\.\/protocol\//.test(file))).toEqual([]);
  });

  it('with the ledger is nothing of pages and visits', async () => {
    const chunks = await bundle("export { createLedger } from '@holloway/sdk/visit';");
    expect(filesIn(chunks)).toEqual(['visit/hash.ts', 'visit/ledger.ts']);
  });
});

/** Every name there is, with what stands behind it, as far as a script of that place can tell. */
function inventory(): string {
  const namesOf = (owner: object): { [key: string]: string } => {
    const names: { [key: string]: string } = {};
    for (const key of Reflect.ownKeys(owner)) {
      const { value } = Reflect.getOwnPropertyDescriptor(owner, key) ?? {};
      names[String(key)] = typeof value === 'function' ? String(value) : typeof value;
    }
    return names;
  };
  const all: { [owner: string]: unknown } = { globalThis: namesOf(globalThis) };
  for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(globalThis))) {
    if (Object(value) !== value) continue;
    all[name] = namesOf(value);
    if (value.prototype) all[`${name}.prototype`] = namesOf(value.prototype);
  }
  return JSON.stringify(all);
}

/** Where there is the language and nothing else: no window, no process. */
const alone = (code: string): string => runInNewContext(`(() => { ${code} })(); (${inventory})()`);

describe('importing the package', () => {
  /** Runs it, with all that it would load later. */
  async function run(code: string): Promise<string> {
    const [chunk] = await bundle(code, { format: 'iife', name: 'all', inlineDynamicImports: true });
    return alone(chunk?.code ?? '');
  }

  it('does nothing by itself: it asks nothing of its surroundings and leaves nothing in them', async () => {
    const names = Object.keys(manifest.exports).map((entry) => entry.replace('.', '@holloway/sdk'));
    expect(await run(names.map((name, i) => `export * as entry${i} from '${name}';`).join('\n'))).toBe(
      alone(''),
    );
    expect(manifest.sideEffects).toBe(false);
  });

  it.each([
    ['a global', 'globalThis.x = 1; export const y = 1'],
    ['a method of every array', 'Array.prototype.x = () => 1; export const y = 1'],
    ['another method in place of one', 'Array.prototype.map = () => 1; export const y = 1'],
  ])('would be found out by %s', async (_, code) => {
    expect(await run(code)).not.toBe(alone(''));
  });

  it('would be found out by a question', async () => {
    await expect(run('export const title = document.title')).rejects.toThrow('document is not defined');
  });
});
