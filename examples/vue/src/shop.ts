/**
 * A shop of three kettles: a list, their pages, an order. Its router is Vue Router, which needs nothing of ours. Render
 * functions stand in for the templates of single-file components, so that types are checked without a tool of Vue's.
 */
import { defineComponent, h, onMounted } from 'vue';
import { createRouter, type RouterHistory, RouterLink, RouterView, useRouter } from 'vue-router';
import { useConsent, useTrack } from './holloway.ts';
import { slot, usePage, zone } from './markup.ts';

const KETTLES = [
  { item_id: 'KE-101', name: 'Heron', price: 49.9 },
  { item_id: 'KE-102', name: 'Wren', price: 29 },
  { item_id: 'KE-103', name: 'Ibis', price: 79.5 },
];

const kettleCalled = (name: string) => KETTLES.find((kettle) => kettle.name.toLowerCase() === name);

/** Says what is on, and says so at once when the visitor changes their mind. */
const ConsentNote = defineComponent(() => {
  const status = useConsent();
  return () =>
    h(
      'p',
      { role: 'status' },
      status.value.choices.analytics ? 'This visit is counted.' : 'This visit is not counted.',
    );
});

const List = defineComponent(() => {
  usePage(() => ({ type: 'category', category: 'kettles' }));
  return () => [
    h('h1', 'Kettles'),
    h(ConsentNote),
    h(
      'ul',
      zone('grid'),
      KETTLES.map(({ item_id, name }) =>
        h(
          'li',
          { key: item_id, ...slot(item_id) },
          h(RouterLink, { to: `/p/${name.toLowerCase()}` }, () => name),
        ),
      ),
    ),
  ];
});

const Kettle = defineComponent(
  ({ name }: { name: string }) => {
    const track = useTrack();
    const router = useRouter();
    const kettle = kettleCalled(name);
    if (!kettle) return () => h('h1', 'No such kettle');
    const { item_id, price } = kettle;
    usePage(() => ({ type: 'product', category: 'kettles', item: item_id }));
    const order = () => {
      track('add_to_cart', { currency: 'EUR', items: [{ item_id, price }] });
      router.push(`/order/${name}`);
    };
    return () => [
      h('h1', kettle.name),
      h('button', { type: 'button', onClick: order }, `Order for ${price} €`),
    ];
  },
  { props: ['name'] },
);

/** An order is told where it is confirmed. A page that is loaded again orders nothing. */
const Ordered = defineComponent(
  ({ name }: { name: string }) => {
    const track = useTrack();
    usePage(() => ({ type: 'order' }));
    onMounted(() => {
      const kettle = kettleCalled(name);
      // Here an order has no number of its own; in your shop it is the order's, new with each.
      if (kettle) track('purchase', { transaction_id: `V-${name}`, currency: 'EUR', items: [kettle] });
    });
    return () => h('h1', 'Thank you');
  },
  { props: ['name'] },
);

export const Shop = defineComponent(() => () => [
  h('nav', [
    h(RouterLink, { to: '/' }, () => 'Kettles'),
    ' ',
    h('a', { href: '#privacy', 'data-holloway-open': '' }, 'Privacy settings'),
  ]),
  h('main', h(RouterView)),
]);

/** @param history Of the browser, or of a server's own. */
export const createShopRouter = (history: RouterHistory) =>
  createRouter({
    history,
    routes: [
      { path: '/', component: List },
      { path: '/p/:name', component: Kettle, props: true },
      { path: '/order/:name', component: Ordered, props: true },
    ],
  });
