/** The colour collections and kitchen styles of the shop: names for people, paints for the drawings. */

const COLLECTION_IDS = ['chalk', 'sage', 'ink', 'clay', 'butter', 'damson'] as const;
export type CollectionId = (typeof COLLECTION_IDS)[number];

const STYLE_IDS = ['modern', 'country', 'retro', 'studio'] as const;
export type StyleId = (typeof STYLE_IDS)[number];

export interface Collection {
  readonly id: CollectionId;
  readonly name: string;
  readonly text: string;
  /** Of the enamel: in the light, as it is, in the shade. */
  readonly light: string;
  readonly base: string;
  readonly shade: string;
  /** Lines and small parts that must stand out against the enamel. */
  readonly line: string;
}

export const COLLECTIONS: readonly Collection[] = [
  {
    id: 'chalk',
    name: 'Chalk',
    text: 'The white of a limewashed wall at noon.',
    light: '#fffdf8',
    base: '#f1ebdf',
    shade: '#d3c9b7',
    line: '#7f7563',
  },
  {
    id: 'sage',
    name: 'Sage',
    text: 'Soft green, a little grey, like leaves turned over by the wind.',
    light: '#c3d2bb',
    base: '#9db394',
    shade: '#748c6d',
    line: '#3f5240',
  },
  {
    id: 'ink',
    name: 'Ink',
    text: 'A blue that is nearly black until the sun finds it.',
    light: '#536a8c',
    base: '#2f4565',
    shade: '#1c2c45',
    line: '#0f1a2b',
  },
  {
    id: 'clay',
    name: 'Clay',
    text: 'Warm terracotta, the colour of a good flowerpot.',
    light: '#dd9a7b',
    base: '#c1704f',
    shade: '#964f34',
    line: '#5a2c1c',
  },
  {
    id: 'butter',
    name: 'Butter',
    text: 'Pale yellow, for kitchens that face north.',
    light: '#faeab5',
    base: '#efd27f',
    shade: '#cda952',
    line: '#705720',
  },
  {
    id: 'damson',
    name: 'Damson',
    text: 'A dusky plum, dark at the edges.',
    light: '#a58199',
    base: '#7b5470',
    shade: '#573750',
    line: '#301c2c',
  },
];

export interface Style {
  readonly id: StyleId;
  readonly name: string;
  readonly text: string;
  /** Handles, knobs and feet. */
  readonly trim: string;
  readonly trimShade: string;
}

export const STYLES: readonly Style[] = [
  {
    id: 'modern',
    name: 'Quiet modern',
    text: 'Few lines, brushed steel.',
    trim: '#c3c8cb',
    trimShade: '#8f979c',
  },
  {
    id: 'country',
    name: 'Country',
    text: 'Turned wood, round edges.',
    trim: '#c1925f',
    trimShade: '#8f673c',
  },
  {
    id: 'retro',
    name: 'Retro',
    text: 'Chrome bands and a cheerful curve.',
    trim: '#e6ebee',
    trimShade: '#a4aeb5',
  },
  {
    id: 'studio',
    name: 'Studio',
    text: 'Matt black, made to be used.',
    trim: '#45484c',
    trimShade: '#26282b',
  },
];

export const isCollectionId = (value: string): value is CollectionId =>
  COLLECTION_IDS.some((id) => id === value);

export const isStyleId = (value: string): value is StyleId => STYLE_IDS.some((id) => id === value);
