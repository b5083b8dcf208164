/** A film of Kitchen TV, an invented service of another company: what a story embeds, once the visitor agrees. */
import { html } from 'hono/html';
import type { Story } from '../pages/stories.ts';
import type { Markup } from './markup.ts';

export const filmView = ({ title }: Story): Markup => html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>${title} · Kitchen TV</title>
    <link rel="stylesheet" href="/shop.css">
  </head>
  <body class="film">
    <svg viewBox="0 0 320 180" role="img" aria-label="${title}: steam rises from a cup">
      <g fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round">
        <path d="M110 90h80v30a32 32 0 0 1-32 32h-16a32 32 0 0 1-32-32z"/>
        <path d="M190 100h12a14 14 0 0 1 0 28h-13"/>
        <path class="steam" d="M132 76c-8-12 8-20 0-34"/>
        <path class="steam" d="M150 76c-8-12 8-20 0-34"/>
        <path class="steam" d="M168 76c-8-12 8-20 0-34"/>
      </g>
    </svg>
    <p>Kitchen TV</p>
  </body>
</html>`;
