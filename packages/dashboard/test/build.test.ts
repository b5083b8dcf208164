// @vitest-environment node
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { beforeAll, describe, expect, it, vi } from 'vitest';

const KIB = 1024;
const root = new URL('..', import.meta.url).pathname;

let files: { name: string; text: string }[] = [];
beforeAll(async () => {
  // As it is shipped: of a test, Vite makes the larger JSX that tells developers where an element stands.
  vi.stubEnv('NODE_ENV', 'production');
  const built = (await build({
    root,
    logLevel: 'silent',
    build: { write: false },
  })) as Rolldown.RolldownOutput;
  files = built.output.map((file) => ({
    name: file.fileName,
    text: file.type === 'chunk' ? file.code : String(file.source),
  }));
  vi.unstubAllEnvs();
}, 60_000);

const gzipped = (some: typeof files): number =>
  some.reduce((sum, { text }) => sum + gzipSync(text).length, 0);

describe('the built dashboard', () => {
  it('is at most 60 KB in all, compressed', () => {
    expect(files.map(({ name }) => name.split('.').at(-1)).sort()).toEqual(['css', 'html', 'js', 'js', 'js']);
    expect(gzipped(files)).toBeLessThanOrEqual(60 * KIB);
  });

  it('needs at most 35 KB for the first view, compressed, also of whoever has to sign in', () => {
    const page = files.find(({ name }) => name === 'index.html');
    const first = files.filter(({ name }) => name === 'index.html' || page?.text.includes(name));
    expect(first.map(({ name }) => name.split('.').at(-1)).sort()).toEqual(['css', 'html', 'js']);
    expect(gzipped(first)).toBeLessThanOrEqual(35 * KIB);
    const signIn = files.filter(({ name }) => name.includes('/sign-in'));
    expect(signIn).toHaveLength(1);
    expect(gzipped([...first, ...signIn])).toBeLessThanOrEqual(35 * KIB);
  });

  it('obeys a policy of self alone: nothing inline, nothing from elsewhere', () => {
    const page = files.find(({ name }) => name === 'index.html')?.text ?? '';
    expect(page).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/);
    for (const { name, text } of files.filter(({ name: file }) => file.endsWith('.css'))) {
      expect(text, name).not.toMatch(/url\(|@import/);
    }
    for (const { name, text } of files.filter(({ name: file }) => file.endsWith('.js'))) {
      expect(text, name).not.toMatch(/\beval\(|new Function\(|document\.write/);
    }
  });
});
