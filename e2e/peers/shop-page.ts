/**
 * One small shop page, the same for every consent tool: with two scripts of others that must wait, and a way back to the
 * choice.
 */
import type { ConsentTool, HeldScript } from './consent-tool.ts';

const PRODUCTS = [
  'Gooseneck kettle',
  'Stovetop kettle',
  'Two-slice toaster',
  'Four-slice toaster',
  'Hand mixer',
  'Stand mixer',
  'Filter coffee maker',
  'Moka pot',
  'Citrus juicer',
  'Table blender',
  'Bread knife',
  'Kitchen scales',
];

/** Paths of the shop; each answers the same page under another heading. */
export const SHOP_PATHS = { '/': 'Everything for breakfast', '/kettles': 'Kettles' } as const;
export type ShopPath = keyof typeof SHOP_PATHS;

export const SHOP_STYLE = `
body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 60rem; padding: 1rem }
nav a { margin-right: 1rem }
.products { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr)); padding: 0 }
.products li { border: 1px solid #ccc; list-style: none; min-height: 12rem; padding: 1rem }
footer { margin-top: 40rem }
`;

export interface ShopPageOptions {
  readonly path: ShopPath;
  readonly tool: ConsentTool;
  readonly held: readonly HeldScript[];
  /** Put at the end of the head, for pages that do what they should not. */
  readonly extra?: string;
  /** Default: `en`. */
  readonly language?: string;
}

export const shopPage = ({ path, tool, held, extra = '', language = 'en' }: ShopPageOptions): string =>
  `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${SHOP_PATHS[path]}</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/shop.css">
    ${tool.head(held)}
    ${extra}
  </head>
  <body>
    <header><nav><a href="/">Home</a><a href="/kettles">Kettles</a></nav></header>
    <main>
      <h1>${SHOP_PATHS[path]}</h1>
      <ul class="products">
        ${PRODUCTS.map((name) => `<li><h2>${name}</h2><p>In six colours.</p><button type="button">Add to cart</button></li>`).join('\n        ')}
      </ul>
    </main>
    <footer>${tool.reopen}</footer>
    ${held.map((script) => tool.hold(script)).join('\n    ')}
  </body>
</html>
`;
