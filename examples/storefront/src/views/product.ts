/** The page of a product. */
import { html } from 'hono/html';
import type { Product } from '../catalogue/products.ts';
import { productPage } from '../pages/pages.ts';
import { zoneOf } from '../pages/shop-page.ts';
import type { Content } from './layout.ts';
import { artPath, money, pairs, shortName, zoneSection } from './markup.ts';
import { told } from './told.ts';

export function productView(product: Product): Content {
  const page = productPage(product);
  const { collection, style, model, sku } = product;
  return {
    page,
    product,
    description: `${product.name}. ${model.text}`,
    body: html`
      <article class="product" aria-labelledby="title">
        <img class="tile paint-${collection.id}" src="${artPath(product)}" alt="${product.name}" width="480" height="480">
        <div class="buy">
          <p class="kicker">${style.name}</p>
          <h1 id="title">${shortName(product)}</h1>
          <p class="colour"><span class="sr">Colour:</span> <span class="dot paint-${collection.id}" aria-hidden="true"></span>${collection.name}</p>
          <p class="lead">${model.text}</p>
          <p class="price">${money(product.price)}</p>
          <form method="post" action="/cart/add"${told('add_to_cart', [{ product, quantity: 1 }])}>
            <input type="hidden" name="sku" value="${sku}">
            <button class="button">Add to cart</button>
          </form>
          <h2 id="facts">Facts</h2>
          <dl class="facts">
            ${model.specs.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}
            <div><dt>Style</dt><dd>${style.name}: ${style.text.toLowerCase()}</dd></div>
            <div><dt>Article</dt><dd>${sku}</dd></div>
          </dl>
        </div>
      </article>
      ${zoneSection(zoneOf(page, 'colours'))}
      ${zoneSection(zoneOf(page, 'related'))}
      ${pairs(page)}`,
  };
}
