/** "Your kitchen": what a visitor likes, said of their own will and kept in their own browser. */
import { html } from 'hono/html';
import { TOP_CATEGORIES } from '../catalogue/categories.ts';
import { COLLECTIONS, STYLES } from '../catalogue/collections.ts';
import { preferencesPage } from '../pages/pages.ts';
import type { Preferences } from '../server/preferences.ts';
import type { Content } from './layout.ts';
import type { Markup } from './markup.ts';

const ticked = (is: boolean): Markup | '' => (is ? html` checked` : '');

/** @param kept What the browser keeps; `null` before the form was ever sent. */
export function preferencesView(kept: Preferences | null, justKept: boolean): Content {
  const { colour = null, style = null, likes = [], newsletter = false } = kept ?? {};
  return {
    page: preferencesPage(),
    description: 'Tell the shop what you like, if you wish.',
    body: html`
      <header class="title"><h1 id="title">Your kitchen</h1>
        <p class="lead">Tell us what you like, if you wish. Your answers stay in this browser, for six months or until you take them back, and the home page begins with your colour.</p>
        ${justKept ? html`<p class="notice" role="status">${kept === null ? 'Forgotten.' : 'Kept in this browser.'}</p>` : ''}
      </header>
      <form class="stack preferences" method="post" action="/preferences">
        <fieldset><legend>Your colour</legend><div class="choices">${COLLECTIONS.map(
          ({ id, name }) =>
            html`<label class="choice"><input type="radio" name="colour" value="${id}"${ticked(colour === id)}><span class="swatch paint-${id}" aria-hidden="true"></span>${name}</label>`,
        )}</div></fieldset>
        <fieldset><legend>Your kitchen’s style</legend><div class="choices">${STYLES.map(
          ({ id, name, text }) =>
            html`<label class="choice"><input type="radio" name="style" value="${id}"${ticked(style === id)}><span><strong>${name}</strong><br>${text}</span></label>`,
        )}</div></fieldset>
        <fieldset><legend>What you like to read about</legend><div class="choices">${TOP_CATEGORIES.map(
          ({ path, name }) =>
            html`<label class="choice"><input type="checkbox" name="likes" value="${path}"${ticked(likes.includes(path))}>${name}</label>`,
        )}</div></fieldset>
        <fieldset><legend>Newsletter</legend>
          <label class="tick"><input type="checkbox" name="newsletter" value="yes"${ticked(newsletter)}>Ask me for my address when there is one</label>
        </fieldset>
        <p><button class="button">Keep this</button>${
          kept === null
            ? ''
            : html` <button class="plain" name="forget" value="1" formnovalidate>Forget it again</button>`
        }</p>
      </form>`,
  };
}
