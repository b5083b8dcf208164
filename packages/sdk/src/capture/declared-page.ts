/**
 * What a store says of a page in words made for us: attributes of `<html>` or `<body>`, or a `<meta>`.
 */
import { asPageType, type PageHints } from './page-hints.ts';

const trimmed = (category: string | null | undefined): string | undefined =>
  category?.replace(/^[\s/]+|[\s/]+$/g, '') || undefined;

/** `<body data-holloway-type="category" data-holloway-category="kettles/gooseneck">` */
export function attributedPage({ documentElement, body }: Document): PageHints {
  const read = (name: string) =>
    documentElement.getAttribute(`data-holloway-${name}`) ?? body?.getAttribute(`data-holloway-${name}`);
  return { type: asPageType(read('type')), category: trimmed(read('category')) };
}

/** `<meta name="holloway" content="type=product; category=kettles/gooseneck">` */
export function metaPage(root: ParentNode): PageHints {
  const content = root.querySelector('meta[name="holloway"]')?.getAttribute('content') ?? '';
  const said = new Map(
    content.split(';').map((pair) => {
      const [name = '', ...value] = pair.split('=');
      return [name.trim(), value.join('=').trim()];
    }),
  );
  return { type: asPageType(said.get('type')), category: trimmed(said.get('category')) };
}
