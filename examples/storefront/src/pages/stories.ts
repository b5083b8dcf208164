/** Stories of the shop: pages to read. One of them leads nowhere, see FAULTS.md. */
import { productOf } from '../catalogue/products.ts';
import { HOME, type Link, link, type ShopPage, shopPage } from './shop-page.ts';

export interface Story {
  readonly slug: string;
  readonly title: string;
  readonly lead: string;
  readonly paragraphs: readonly string[];
  /** Article numbers of what the story talks about; none where it does not say. */
  readonly items: readonly string[];
  readonly shelf: { readonly path: string; readonly name: string } | null;
  /** Whether Kitchen TV has a film of it: an embed that waits for the visitor's consent. */
  readonly hasFilm?: boolean;
}

export const STORIES: readonly Story[] = [
  {
    slug: 'first-coffee',
    title: 'The first coffee of the day',
    lead: 'Four minutes, one filter, and nobody else awake.',
    paragraphs: [
      'Grind just before you pour. What smells so good in the bag is leaving the bag.',
      'Wet the grounds with twice their weight of water and wait half a minute. They will rise like dough. Then pour in circles, slowly, from the middle outwards and back.',
      'If it tastes sharp, grind finer. If it tastes of ash, grind coarser. Change one thing at a time, and write it down.',
    ],
    items: ['KG-101', 'CG-101', 'SK-201', 'CF-101'],
    shelf: { path: '/c/coffee', name: 'Everything for coffee' },
    hasFilm: true,
  },
  {
    slug: 'bread-on-sundays',
    title: 'Bread on Sundays',
    lead: 'A loaf that needs a day, but hardly any of you.',
    paragraphs: [
      'Saturday evening: flour, water, salt and a pinch of yeast, stirred until nothing is dry. Cover it and go to bed.',
      'Sunday morning: fold it four times, once every half hour. Read something in between.',
      'Bake it hot, and longer than you dare. The crust is the flavour.',
    ],
    items: ['OB-101', 'MS-201', 'SK-101', 'OC-101'],
    shelf: { path: '/c/ovens', name: 'Ovens and bread makers' },
  },
  {
    slug: 'slow-mornings',
    title: 'Slow mornings',
    lead: 'Some days should begin with a kettle that takes its time.',
    paragraphs: [
      'There is a kind of morning that no machine can hurry. The window is grey, then it is not. The water starts to tick, then to hum.',
      'We made our stovetop kettles for such mornings. They have no switch and no light. When they are done, they sing, and the dog comes to see who is there.',
      'Pour. Wait. Hold the cup with both hands. That is all we wanted to say.',
    ],
    items: [],
    shelf: null,
  },
];

const pathOf = ({ slug }: Story): string => `/stories/${slug}`;

export const storyLink = (story: Story): Link => link('story', pathOf(story), story.title);

export function storyPage(story: Story): ShopPage {
  const { title, items, shelf } = story;
  const quiet = shelf === null && items.length === 0;
  return shopPage({
    path: pathOf(story),
    type: 'page',
    title,
    quiet,
    crumbs: [HOME, { name: 'Stories', path: '/stories' }, { name: title, path: pathOf(story) }],
    links: quiet
      ? []
      : [
          link('up', '/stories', 'Stories'),
          ...(shelf === null ? [] : [link('shelf', shelf.path, shelf.name)]),
          ...STORIES.filter((other) => other !== story).map(storyLink),
        ],
    zones: quiet
      ? []
      : [{ name: 'featured', heading: 'In this story', marked: true, products: items.map(productOf) }],
  });
}

export const storiesPage = (): ShopPage =>
  shopPage({
    path: '/stories',
    type: 'page',
    title: 'Stories',
    crumbs: [HOME, { name: 'Stories', path: '/stories' }],
    links: STORIES.map(storyLink),
  });
