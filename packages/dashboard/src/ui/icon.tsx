/** Line icons on a 20 by 20 grid, in the colour of the text beside them. Decoration: names are said in words. */
const PATHS = {
  overview: 'M3 16.5h14M4 12.5l3.5-4 3 2.5L16 5',
  actions: 'M3 5l1.5 1.5L7 3.5M3 10.5l1.5 1.5L7 9M3 16l1.5 1.5L7 14.5M10 5h7M10 10.5h7M10 16h7',
  paths:
    'M3 10h4m0 0c3 0 2-5.5 6-5.5h3.5M7 10c3 0 2 5.5 6 5.5h3.5M7 10h9.5M14.5 2.8l2 1.7-2 1.7M14.5 13.8l2 1.7-2 1.7',
  categories: 'M4 3.5v12.5h4M4 8.5h4M11 6.5h5.5v4H11zM11 14h5.5v4H11zM2 3.5h6.5',
  pages: 'M5 2.5h6.5L15.5 6.5v11h-10.5zM11.5 2.5v4h4M7.5 10.5h5M7.5 13.5h5',
  layout: 'M3 3.5h14v13H3zM3 8h14M8.5 8v8.5M13 8v8.5',
  products: 'M3 6.5l7-3.5l7 3.5v7l-7 3.5l-7-3.5zM3 6.5l7 3.5l7-3.5M10 10v7',
  funnel: 'M3 4h14l-5 6.5v6l-4-2v-4z',
  experiments: 'M8 2.5h4M9 2.5v5L4 16a1 1 0 0 0 1 1.5h10a1 1 0 0 0 1-1.5l-5-8.5v-5M6.5 12.5h7',
  visits: 'M10 2.5a7.5 7.5 0 1 0 0 15a7.5 7.5 0 0 0 0-15zM10 5.5V10l3 2',
  devices: 'M2.5 4h11v8h-11zM6 15.5h3M12.5 8h5v9.5h-5z',
  countries:
    'M10 2.5a7.5 7.5 0 1 0 0 15a7.5 7.5 0 0 0 0-15zM2.5 10h15M10 2.5c-4.2 4.5-4.2 10.5 0 15M10 2.5c4.2 4.5 4.2 10.5 0 15',
  sources: 'M8 4H3.5v12.5h12.5V12M10 10l6.5-6.5M11.5 3.5h5v5',
  preferences: 'M10 16.5C2 10 3 4 6.5 4C9 4 10 6.5 10 6.5S11 4 13.5 4C17 4 18 10 10 16.5z',
  consent: 'M10 2.5l6.5 2.3v4.7c0 4-2.6 6.5-6.5 8c-3.9-1.5-6.5-4-6.5-8V4.8zM7 10l2.2 2.2L13.2 8',
  privacy: 'M2.5 10c4-6 11-6 15 0c-4 6-11 6-15 0zM10 7.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 0 0 0-5z',
  print: 'M6 7.5V3h8v4.5M6 14H3V7.5h14V14h-3M6 11.5h8V17H6z',
  more: 'M4.5 10h.01M10 10h.01M15.5 10h.01',
  calendar: 'M3 4.5h14v12.5H3zM3 8.5h14M6.5 2.5v4M13.5 2.5v4',
  slice: 'M3 4.5h14l-5.5 6.5v5l-3 1.5v-6.5z',
  search: 'M8.5 3a5.5 5.5 0 1 0 0 11a5.5 5.5 0 0 0 0-11zM12.5 12.5l4.5 4.5',
  download: 'M10 3v9.5M6 9l4 4 4-4M3.5 16.5h13',
  picture: 'M3 4h14v12H3zM3 13l4-4l4 4l2.5-2.5L17 14M12.5 7.5h.01',
  bookmark: 'M5.5 3h9v14l-4.5-3.5l-4.5 3.5z',
  table: 'M3 4h14v12H3zM3 8h14M3 12h14M8 4v12',
  chart: 'M3.5 3v13.5h13.5M7 13.5v-4M11 13.5v-8M15 13.5v-6',
  down: 'M5 7.5l5 5 5-5',
  right: 'M7.5 5l5 5-5 5',
  close: 'M5 5l10 10M15 5L5 15',
  check: 'M4 10.5l4 4 8-9',
  leave: 'M8 3.5H3.5v13H8M8 10h9M13.5 6.5L17 10l-3.5 3.5',
  wait: 'M5.5 3h9M5.5 17h9M6.5 3c0 4 3.5 5 3.5 7s-3.5 3-3.5 7M13.5 3c0 4-3.5 5-3.5 7s3.5 3 3.5 7',
} as const;

export type IconName = keyof typeof PATHS;

export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
    <path d={PATHS[name]} />
  </svg>
);
