/** The faults planted in the shop, as FAULTS.md tells them: the truth against which advice is tested. */
export const PLANTED_FAULTS = {
  /** Visitors look for it on one shelf, and find it on another. */
  wrongShelf: { model: 'Puffin', filedIn: 'blenders/hand', soughtIn: 'coffee/espresso' },
  /** Most visits that reach it end there: it has no links but the shop's name and the privacy page. */
  deadEnd: { page: '/stories/slow-mornings' },
  /** Wanted like nothing beside it, and last on its page. */
  buriedSlot: { page: '/c/coffee', slot: 'grid/12', item: 'CF-202' },
  /** What many of those who look for coffee call an espresso machine; the search of the shop does not know the word. */
  emptySearch: { term: 'coffee maker', meant: 'espresso machine', category: 'coffee' },
  /** Visitors go from the first to the third through the second: there is no link between them. */
  detour: { from: 'kettles/gooseneck', hub: 'coffee', to: 'coffee/grinders' },
  /** The picture at the head of the home page looks as if it led to the product, and does not; some click it in anger. */
  deadPicture: { page: '/', element: 'picture', share: 0.06, angry: 0.2 },
} as const;
