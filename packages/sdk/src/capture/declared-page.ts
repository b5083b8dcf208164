/**
 * What a store says of a page in words made for us: attributes of `<html>` or `<body>`, or a `<meta>`.
 */
import { asPageType, type PageHints } from './page-hints.ts';

const hints = (read: (name: string) => string | null | undefined): PageHints => ({
  type: asPageType(read('type')?.trim()),
  category: read('category')?.replace(/^[\s/]+|[\s/]+$/g, '') || undefined,
});

/** `<body data-holloway-type="category" data-holloway-category="kettles/gooseneck">` */
export const attributedPage = (document: Document): PageHints =>
  hints((name) =>
    document.querySelector(`:is(html,body)[data-holloway-${name}]`)?.getAttribute(`data-holloway-${name}`),
  );

/** `<meta name="holloway" content="type=product; category=kettles/gooseneck">` */
export function metaPage(root: ParentNode): PageHints {
  const content = root.querySelector('meta[name=holloway]')?.getAttribute('content');
  return hints((name) => content?.match(`(?:^|;)\\s*${name}\\s*=([^;]*)`)?.[1]);
}
