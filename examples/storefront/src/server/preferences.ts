/** What a visitor said they like, as the text of one cookie. Pure; the server keeps nothing. */
import { TOP_CATEGORIES } from '../catalogue/categories.ts';
import { type CollectionId, isCollectionId, isStyleId, type StyleId } from '../catalogue/collections.ts';

export interface Preferences {
  readonly colour: CollectionId | null;
  readonly style: StyleId | null;
  /** Upper categories. */
  readonly likes: readonly string[];
  readonly newsletter: boolean;
}

/** Reads a form or a cookie alike: `colour=sage&style=retro&likes=kettles&newsletter=yes`. */
export function readPreferences(fields: URLSearchParams): Preferences {
  const colour = fields.get('colour') ?? '';
  const style = fields.get('style') ?? '';
  const liked = fields.getAll('likes');
  return {
    colour: isCollectionId(colour) ? colour : null,
    style: isStyleId(style) ? style : null,
    likes: TOP_CATEGORIES.map(({ path }) => path).filter((path) => liked.includes(path)),
    newsletter: fields.get('newsletter') === 'yes',
  };
}

export function writePreferences({ colour, style, likes, newsletter }: Preferences): string {
  const fields = new URLSearchParams({ newsletter: newsletter ? 'yes' : 'no' });
  if (colour !== null) fields.append('colour', colour);
  if (style !== null) fields.append('style', style);
  for (const like of likes) fields.append('likes', like);
  return fields.toString();
}
