/** On a server: the markup of a page, by its path. Needs no window, starts nothing and asks nobody. */
import { createSSRApp } from 'vue';
import { renderToString } from 'vue/server-renderer';
import { createMemoryHistory } from 'vue-router';
import { prepare } from './app.ts';
import type { PageContext } from './markup.ts';
import { Shop } from './shop.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** @returns What belongs into the head, and what into the root. */
export async function render(path: string): Promise<{ readonly head: string; readonly body: string }> {
  const context: PageContext = {};
  const body = await renderToString(await prepare(createSSRApp(Shop), createMemoryHistory(), path), context);
  return { head: `<meta name="holloway" content="${escaped(context.holloway ?? '')}">`, body };
}
