/** Cart, checkout and the page after an order. */
import { html } from 'hono/html';
import { cartPage, checkoutPage, orderPage } from '../pages/pages.ts';
import { type Cart, MAX_QUANTITY, totalOf } from '../server/cart.ts';
import type { CheckoutField, CheckoutForm } from '../server/checkout.ts';
import type { Content } from './layout.ts';
import { type Markup, money, picture, shortName } from './markup.ts';
import { told } from './told.ts';

const total = (cart: Cart): Markup =>
  html`<p class="total"><span>Total, delivery included</span> <strong>${money(totalOf(cart))}</strong></p>`;

export function cartView(cart: Cart): Content {
  const lines = cart.map(
    ({ product, quantity }) => html`
    <li class="line">
      ${picture(product)}
      <div>
        <h2><a href="${product.path}" data-holloway-item="${product.sku}">${shortName(product)}</a></h2>
        <p class="colour"><span class="dot paint-${product.collection.id}" aria-hidden="true"></span>${product.collection.name}</p>
        <form method="post" action="/cart/change">
          <input type="hidden" name="sku" value="${product.sku}">
          <label for="n-${product.sku}">Pieces<span class="sr"> of ${product.name}</span></label>
          <input id="n-${product.sku}" type="number" name="quantity" min="0" max="${MAX_QUANTITY}" value="${quantity}" required>
          <button class="plain">Change<span class="sr"> the pieces of ${product.name}</span></button>
          <button class="plain" name="remove" value="1" formnovalidate>Remove<span class="sr"> ${product.name}</span></button>
        </form>
      </div>
      <p class="price">${money(product.price * quantity)}</p>
    </li>`,
  );
  return {
    page: cartPage(cart.length === 0),
    description: 'What you have chosen so far.',
    body:
      cart.length === 0
        ? html`<header class="title"><h1 id="title">Your cart</h1></header><p class="empty">Nothing in it yet. Perhaps begin with <a href="/c/kettles">a kettle</a>?</p>`
        : html`<header class="title"><h1 id="title">Your cart</h1></header>
            <div class="split">
              <ul class="lines">${lines}</ul>
              <aside class="summary" aria-label="Summary">${total(cart)}<p><a class="button" href="/checkout">Go to checkout</a></p></aside>
            </div>`,
  };
}

interface FieldText {
  readonly name: CheckoutField;
  readonly label: string;
  readonly autocomplete: string;
  readonly type: string;
}

const FIELDS: readonly FieldText[] = [
  { name: 'name', label: 'Name', autocomplete: 'name', type: 'text' },
  { name: 'email', label: 'E-mail', autocomplete: 'email', type: 'email' },
  { name: 'address', label: 'Street and number', autocomplete: 'street-address', type: 'text' },
  { name: 'town', label: 'Postcode and town', autocomplete: 'address-level2', type: 'text' },
];

function field({ name, label, autocomplete, type }: FieldText, { values, problems }: CheckoutForm): Markup {
  const problem = problems[name];
  const error = problem === undefined ? '' : html`<span class="error" id="${name}-error">${problem}</span>`;
  const described = problem === undefined ? '' : html` aria-invalid="true" aria-describedby="${name}-error"`;
  return html`<p class="field"><label for="${name}">${label}</label>
    <input id="${name}" type="${type}" name="${name}" value="${values[name] ?? ''}" autocomplete="${autocomplete}" maxlength="100" required${described}>${error}</p>`;
}

export function checkoutView(cart: Cart, form: CheckoutForm): Content {
  const wrong = Object.keys(form.problems).length;
  return {
    page: checkoutPage(),
    description: 'Where the parcel would go.',
    body: html`
      <header class="title"><h1 id="title">Checkout</h1>
        <p class="lead">This shop is an example. It takes no payment, sends no parcel and forgets what you type here at once. An invented address will do.</p>
        ${wrong === 0 ? '' : html`<p class="error" role="alert">${wrong === 1 ? 'One field' : `${wrong} fields`} below ${wrong === 1 ? 'needs' : 'need'} a second look.</p>`}
      </header>
      <div class="split">
        <form class="stack" method="post" action="/checkout"${told('add_shipping_info', cart)}>
          <h2 id="delivery">Where should it go?</h2>
          ${FIELDS.map((one) => field(one, form))}
          <p><button class="button">Place the order</button></p>
        </form>
        <aside class="summary" aria-label="Summary">
          <h2 id="summary">Your order</h2>
          <ul>${cart.map(({ product, quantity }) => html`<li>${quantity} × ${product.name}</li>`)}</ul>
          ${total(cart)}
          <p><a href="/cart">Change the cart</a></p>
        </aside>
      </div>`,
  };
}

export const orderView = (number: string, cart: Cart): Content => ({
  page: orderPage(number),
  description: 'Your order.',
  body: html`
    <header class="title"><h1 id="title">Thank you</h1><p class="lead">Your order ${number} would be on its way now.</p></header>
    <section class="summary" aria-labelledby="ordered"${told('purchase', cart, number)}>
      <h2 id="ordered">What you ordered</h2>
      <ul>${cart.map(({ product, quantity }) => html`<li>${quantity} × ${product.name}</li>`)}</ul>
      ${total(cart)}
    </section>`,
});
