/** The home page. */
import { html } from 'hono/html';
import { TOP_CATEGORIES } from '../catalogue/categories.ts';
import { COLLECTIONS, type Collection, type CollectionId } from '../catalogue/collections.ts';
import { productsIn } from '../catalogue/listing.ts';
import { HERO_TEST, type HeroArm } from '../layout-test.ts';
import { homePage } from '../pages/pages.ts';
import { zoneOf } from '../pages/shop-page.ts';
import { STORIES } from '../pages/stories.ts';
import type { Content } from './layout.ts';
import { artPath, type Markup, money, picture, shortName, zoneSection } from './markup.ts';

/** Marks what belongs to an arm of the test: where nobody shows another arm, the page stays as it is. */
const inArm = (arm: HeroArm): Markup =>
  html`data-holloway-experiment="${HERO_TEST.id}" data-holloway-arm="${arm}"${arm === 'a' ? '' : ' hidden'}`;

function hero(): Markup {
  const { heading, products } = zoneOf(homePage(), 'hero');
  return html`${products.map(
    (product) => html`
    <section class="hero" data-holloway-zone="hero" aria-labelledby="zone-hero">
      <div>
        <h1 id="zone-hero">${heading}</h1>
        <p class="promise" ${inArm('b')}>Ten years of guarantee. Delivered by Sunday.</p>
        <p class="lead" ${inArm('a')}>${product.collection.text} New for the winter: the ${shortName(product)}, and everything that goes with it.</p>
        <p><a class="button" href="${product.path}" data-holloway-item="${product.sku}">See the ${product.model.name}<span class="sr"> ${product.model.noun}</span></a> <span class="price">${money(product.price)}</span></p>
      </div>
      <img data-holloway-zone="picture" class="tile paint-${product.collection.id}" src="${artPath(product)}" alt="A ${product.model.noun} in ${product.collection.name}" width="480" height="480">
    </section>`,
  )}`;
}

const shelves = (): Markup => html`
  <section aria-labelledby="shelves">
    <h2 id="shelves">What are you looking for?</h2>
    <ul class="shelf-tiles">${TOP_CATEGORIES.map(({ path, name }, i) => {
      const products = productsIn(path);
      const example = products[i % products.length];
      return html`<li><a href="/c/${path}">${example === undefined ? '' : picture(example)}<span>${name}</span></a></li>`;
    })}</ul>
  </section>`;

/** @param favourite The collection that stands first; the shop's own order without one. */
function collections(favourite: CollectionId | null): Markup {
  const ordered: Collection[] = [...COLLECTIONS].sort(
    (a, b) => Number(b.id === favourite) - Number(a.id === favourite),
  );
  return html`
    <section aria-labelledby="collections">
      <h2 id="collections">Six colours</h2>
      <ul class="swatches">${ordered.map(
        ({ id, name, text }) =>
          html`<li><a href="/collections/${id}"><span class="swatch paint-${id}" aria-hidden="true"></span><strong>${name}</strong><span>${text}</span></a></li>`,
      )}</ul>
    </section>`;
}

const stories = (): Markup => html`
  <section aria-labelledby="stories">
    <h2 id="stories">Stories</h2>
    <ul class="stories">${STORIES.map(
      ({ slug, title, lead }) =>
        html`<li><h3><a href="/stories/${slug}">${title}</a></h3><p>${lead}</p></li>`,
    )}</ul>
  </section>`;

export function homeView(favourite: CollectionId | null): Content {
  const page = homePage();
  return {
    page,
    description: 'Kettles, coffee machines, toasters and more, in six colours.',
    body: html`${hero()}${shelves()}${zoneSection(zoneOf(page, 'bestsellers'))}${collections(favourite)}${zoneSection(zoneOf(page, 'new-in'))}${stories()}`,
  };
}
