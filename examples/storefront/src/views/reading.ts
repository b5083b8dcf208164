/** Pages to read: about, delivery, privacy, stories, and what is said where there is no page. */
import { html } from 'hono/html';
import { aboutPage, deliveryPage, privacyPage } from '../pages/pages.ts';
import { linksOf, shopPage } from '../pages/shop-page.ts';
import { STORIES, type Story, storiesPage, storyPage } from '../pages/stories.ts';
import type { Content } from './layout.ts';
import { type Markup, zoneSection } from './markup.ts';

const prose = (title: string, inner: Markup): Markup =>
  html`<article class="prose" aria-labelledby="title"><h1 id="title">${title}</h1>${inner}</article>`;

export const aboutView = (): Content => ({
  page: aboutPage(),
  description: 'Who makes these things.',
  body: prose(
    'About us',
    html`
      <p class="lead">Brindlemoor is a shop that does not exist. It was invented, with all its kettles, to show what Holloway does in a shop that might.</p>
      <h2 id="names">The names</h2>
      <p>Every model is named after a bird of moor, marsh or hedge. The colours are named after what stands on the table. None of them is, or is meant to be like, anyone’s product.</p>
      <h2 id="drawings">The drawings</h2>
      <p>No camera was used. Each picture is drawn by a few lines of code: the shelf decides what it is, the model its shape, the collection its colour.</p>`,
  ),
});

export const deliveryView = (): Content => ({
  page: deliveryPage(),
  description: 'How it would arrive, and how it would go back.',
  body: prose(
    'Delivery and returns',
    html`
      <p class="lead">If this were a real shop, it would be a generous one.</p>
      <h2 id="delivery">Delivery</h2>
      <p>Two to four days, included in the price, in a box that you can plant tomatoes in.</p>
      <h2 id="returns">Returns</h2>
      <p>Within a hundred days, for any reason or none. Write the order number on the box.</p>
      <h2 id="repairs">Repairs</h2>
      <p>For ten years. We keep every spare part of every model, down to the feet.</p>`,
  ),
});

export const privacyView = (): Content => ({
  page: privacyPage(),
  description: 'What this shop knows of you, which is next to nothing.',
  body: prose(
    'Privacy',
    html`
      <p class="lead">This shop counts its visits. It does not know its visitors.</p>
      <h2 id="before">Before you agree</h2>
      <p>Your browser loads a script and its settings, as it loads a picture, without cookies. It reports nothing and keeps nothing until you choose. If you refuse, that one choice is all it keeps.</p>
      <h2 id="counts">If you agree to be counted</h2>
      <p>The shop uses <strong>Holloway</strong>. It adds up your visit inside your own browser and sends only sums: this page, one more view; from kettles to toasters, one more step; this place in the list, one more click. A sum says neither who you are nor in which order you went, and carries no time finer than the day.</p>
      <ul>
        <li>There is no number or name for you, and none for your visit. Nothing that is sent can be put together to a profile.</li>
        <li>The service that receives the sums turns your address into a country, and what your browser says of itself into “phone” or “tablet”, a browser, a system and the model of your device. Then it drops both. Neither is written down.</li>
        <li>What you type, the titles you read and the words of links are never sent. Addresses of pages lose whatever might point at you before they leave your browser.</li>
        <li>The shop’s people see a number only once at least ten browsers stand behind it. Smaller ones wait. (On your own machine this example shows every click, so that developers can watch it work.)</li>
      </ul>
      <h2 id="kept">What stays in your browser</h2>
      <p>Your choice, for six months. While you agree to be counted: which sums you were part of in the last 28 days, so that nobody is counted twice. It never leaves your browser.</p>
      <p>Apart from Holloway, the shop keeps a cookie named <code>cart</code> from the moment you put something into your cart, one named <code>order</code> for an hour after you order, and one named <code>preferences</code> if you tell us what you like on <a href="/preferences">your kitchen’s page</a>. The shop’s own computer keeps none of it.</p>
      <h2 id="mind">If you change your mind</h2>
      <p>You can take back your agreement on any page, as easily as you gave it. What had not been sent is thrown away, and what your browser kept is erased at once. Sums that you are already part of stay as they are: nobody can tell which part of them was you.</p>
      <p>If your browser sends the signal “Global Privacy Control”, that counts as a no until you say otherwise.</p>
      <p>The story of the first coffee of the day has a film by Kitchen TV, an invented service. It is loaded only once you agree to it, and its cookie goes when you take that back.</p>
      <h2 id="how-long">How long</h2>
      <p>Sums by day are kept for 92 days, then by month; after 25 months they are deleted.</p>`,
  ),
});

export function storyView(story: Story): Content {
  const page = storyPage(story);
  const { shelf } = story;
  return {
    page,
    description: story.lead,
    body: html`
      ${prose(
        story.title,
        html`<p class="lead">${story.lead}</p>${story.paragraphs.map((text) => html`<p>${text}</p>`)}
          ${
            story.hasFilm
              ? html`<iframe class="film" data-holloway="marketing" data-holloway-service="kitchen-tv" data-src="/embeds/kitchen-tv/${story.slug}" title="Film: ${story.title}" width="560" height="315"></iframe>`
              : ''
          }
          ${shelf === null ? '' : html`<p><a class="button" href="${shelf.path}">${shelf.name}</a></p>`}`,
      )}
      ${page.zones.map((zone) => zoneSection(zone))}
      ${
        page.quiet
          ? ''
          : html`<aside class="more" aria-labelledby="more"><h2 id="more">More to read</h2><ul>${linksOf(page, 'story').map(({ path, name }) => html`<li><a href="${path}">${name}</a></li>`)}</ul></aside>`
      }`,
  };
}

export const storiesView = (): Content => ({
  page: storiesPage(),
  description: 'Stories from the kitchen.',
  body: html`
    <header class="title"><h1 id="title">Stories</h1></header>
    <ul class="stories">${STORIES.map(
      ({ slug, title, lead }) =>
        html`<li><h2><a href="/stories/${slug}">${title}</a></h2><p>${lead}</p></li>`,
    )}</ul>`,
});

/** For addresses that lead nowhere. */
export const missingView = (): Content => ({
  page: shopPage({ path: '/missing', type: 'page', title: 'Not here' }),
  description: 'There is no such page.',
  body: prose(
    'Not here',
    html`<p class="lead">There is no such page, or there was one and we put it away.</p><p><a class="button" href="/">Go to the home page</a></p>`,
  ),
});
