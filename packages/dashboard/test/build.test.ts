// @vitest-environment node
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { withShortKeys } from '../short-keys.ts';
import { keyOf } from '../src/words/key-of.ts';

const KIB = 1024;
const root = new URL('..', import.meta.url).pathname;
/** Loaded for readers of one language, and not for others. */
const WORDS = /\/words-[a-z]{2}\.ts$/;

let output: Rolldown.RolldownOutput['output'];
let page = '';
beforeAll(async () => {
  // As it is shipped: of a test, Vite makes the larger JSX that tells developers where an element stands.
  vi.stubEnv('NODE_ENV', 'production');
  const built = (await build({
    root,
    logLevel: 'silent',
    build: { write: false },
  })) as Rolldown.RolldownOutput;
  output = built.output;
  page = textOf('index.html');
  vi.unstubAllEnvs();
}, 60_000);

const names = (): string[] => output.map(({ fileName }) => fileName);

function textOf(name: string): string {
  const file = output.find(({ fileName }) => fileName === name);
  if (file === undefined) throw new Error(`nothing of the name ${name} is built`);
  return file.type === 'chunk' ? file.code : String(file.source);
}

const gzipped = (some: Iterable<string>): number =>
  [...some].reduce((sum, name) => sum + gzipSync(textOf(name), { level: 9 }).length, 0);

/** What a browser loads with a chunk: whatever it imports, and the styles of all of it. */
function closure(name: string, into = new Set<string>()): Set<string> {
  const file = output.find(({ fileName }) => fileName === name);
  if (file?.type !== 'chunk' || into.has(name)) return into;
  into.add(name);
  const { viteMetadata } = file as typeof file & { viteMetadata?: { importedCss: Set<string> } };
  for (const style of viteMetadata?.importedCss ?? []) into.add(style);
  for (const other of file.imports) closure(other, into);
  return into;
}

const firstView = (): Set<string> =>
  new Set(names().filter((name) => name === 'index.html' || page.includes(name)));

/** Each part that is fetched by itself, by the module it begins with: the screens, the way in, languages. */
function parts(): [string, Set<string>][] {
  return output.flatMap((file) =>
    file.type === 'chunk' && file.isDynamicEntry
      ? [
          [file.facadeModuleId?.slice(root.length) ?? file.fileName, closure(file.fileName)] as [
            string,
            Set<string>,
          ],
        ]
      : [],
  );
}

describe('the built dashboard', () => {
  it('needs at most 35 KB for the first view, compressed, also of whoever has to sign in', () => {
    const first = firstView();
    expect([...first].map((name) => name.split('.').at(-1)).sort()).toEqual(['css', 'html', 'js']);
    expect(gzipped(first)).toBeLessThanOrEqual(35 * KIB);
    const signIn = parts().find(([module]) => module === 'src/screens/sign-in/sign-in.tsx')?.[1] ?? new Set();
    expect(signIn.size).toBeGreaterThan(0);
    expect(gzipped(new Set([...first, ...signIn]))).toBeLessThanOrEqual(35 * KIB);
  });

  it('takes at most 60 KB for any screen, the first view included, compressed', () => {
    const screens = parts().filter(([module]) => module.startsWith('src/screens/'));
    expect(screens.length).toBeGreaterThan(10);
    const weights = screens.map(([module, files]) => ({
      module,
      weight: gzipped(new Set([...firstView(), ...files])),
    }));
    expect(weights.filter(({ weight }) => weight > 60 * KIB)).toEqual([]);
  });

  it('takes at most 32 KB more for a language that is not English, compressed', () => {
    const languages = parts().filter(([module]) => WORDS.test(`/${module}`));
    expect(languages.map(([module]) => module.slice(-5, -3)).sort()).toEqual(['de', 'es', 'fr', 'it']);
    for (const [module, files] of languages) {
      const own = [...files].filter((name) => !firstView().has(name));
      expect({ module, fits: gzipped(own) <= 32 * KIB }).toEqual({ module, fits: true });
    }
  });

  it('has the texts of a language by their keys, without the English ones', async () => {
    const german = output.find(({ fileName }) => /words-de-.*\.js$/.test(fileName))?.fileName ?? '';
    expect(textOf(german).includes(keyOf('Nothing moved by more than chance.'))).toBe(true);
    expect(textOf(german).includes('Nichts hat sich um mehr als Zufall verschoben.')).toBe(true);
    expect(textOf(german).includes('Nothing moved by more than chance.')).toBe(false);
  });

  it('is not built where two English texts have the same key', () => {
    // Two of 32 bits that FNV-1a does not tell apart: from the list of known collisions of words.
    expect(() => withShortKeys({ costarring: 'mit', liquid: 'flüssig' })).toThrow('have the same key');
  });

  it('obeys a policy of self alone: nothing inline, nothing from elsewhere', () => {
    expect(page).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/);
    for (const name of names().filter((file) => file.endsWith('.css'))) {
      expect(textOf(name), name).not.toMatch(/url\(|@import/);
    }
    for (const name of names().filter((file) => file.endsWith('.js'))) {
      expect(textOf(name), name).not.toMatch(/\beval\(|new Function\(|document\.write/);
    }
  });
});
