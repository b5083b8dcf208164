/**
 * The small shops of the recipes: built as their own configuration says, rendered by a server and taken over by a
 * browser. Development builds, which complain where the two differ, and in which React runs everything twice.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const EXAMPLES = join(import.meta.dirname, '../../examples');
const SERVER = { react: 'src/server.tsx', vue: 'src/server.ts' } as const;
const ROOT = '<div id="root">';

export type Recipe = keyof typeof SERVER;

/** What a server's half gives for a path: markup with what belongs into the head in it, or both apart. */
type Render = (path: string) => Promise<string | { readonly head: string; readonly body: string }>;

export interface RecipeShop {
  /** Without a trailing slash. */
  readonly url: string;
  close(): Promise<void>;
}

/** @param collectorUrl Where its pages send what they count, for a site of the recipe's name. */
export async function serveRecipe(recipe: Recipe, collectorUrl: string): Promise<RecipeShop> {
  const folder = join(EXAMPLES, recipe);
  const out = await mkdtemp(join(tmpdir(), `holloway-${recipe}-`));
  const build = (...words: readonly string[]) =>
    promisify(execFile)(
      process.execPath,
      [join(folder, 'node_modules/vite/bin/vite.js'), 'build', '--mode', 'development', ...words],
      {
        cwd: folder,
        env: { ...process.env, NODE_ENV: 'development', VITE_SITE: recipe, VITE_COLLECTOR: collectorUrl },
      },
    );
  await build('--outDir', join(out, 'browser'));
  await build('--outDir', join(out, 'server'), '--ssr', SERVER[recipe]);
  const { render } = (await import(pathToFileURL(join(out, 'server/server.js')).href)) as { render: Render };
  const template = await readFile(join(out, 'browser/index.html'), 'utf8');

  async function answer(path: string): Promise<readonly [type: string, body: string]> {
    if (extname(path) === '.js')
      return ['text/javascript', await readFile(join(out, 'browser', path), 'utf8')];
    const page = await render(path);
    const { head, body } = typeof page === 'string' ? { head: '', body: page } : page;
    return ['text/html', template.replace('</head>', `${head}</head>`).replace(ROOT, ROOT + body)];
  }

  const server = createServer(async (request, response) => {
    const [type, body] = await answer(request.url ?? '/');
    response.writeHead(200, { 'content-type': `${type};charset=utf-8` }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      await rm(out, { recursive: true, force: true });
    },
  };
}
