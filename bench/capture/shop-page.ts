/** A list of 2,000 products, as long as a shop's page gets, with head, filters and foot around it. */

const PRODUCTS = 2_000;

const card = (_: unknown, i: number): string =>
  `<li class="card"><a href="/p/kettle-${i}"><span class="picture"></span></a><h3><a href="/p/kettle-${i}">Kettle ${i}</a></h3><p>€ ${(i % 90) + 9}.90</p><button type="button" class="wish">Remember</button></li>`;

const style = `<style>
  body { margin: 0; font: 16px/1.4 system-ui; }
  header, footer { padding: 1rem; background: #eee; }
  ul.grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr)); gap: 1rem; list-style: none; margin: 0; padding: 1rem; }
  .picture { display: block; height: 9rem; background: #cdd; }
  .open .filters { background: #efe; }
</style>`;

export const LIST_PATH = '/c/kettles';
export const HEAD = style;
export const BODY = `<header><nav><a href="/">Home</a> <a href="/c/kettles">Kettles</a> <a href="/c/coffee">Coffee</a> <a href="/cart">Cart</a></nav></header>
<main>
  <h1>All kettles</h1>
  <aside id="filters" class="filters"><button type="button" id="open">Filter</button></aside>
  <section id="grid"><ul class="grid">${Array.from({ length: PRODUCTS }, card).join('')}</ul></section>
</main>
<footer><a href="/about">About</a> <a href="/privacy">Privacy</a></footer>
<script>document.getElementById('open').addEventListener('click', () => document.body.classList.toggle('open'));</script>`;
