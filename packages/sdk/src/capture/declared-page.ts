/**
 * What a store says of a page in words made for us: attributes of `<html>` or `<body>`, or a `<meta>`.
 */
import { asPageType, type PageHints } from './page-hints.ts';

type Read = (name: string) => string | null | undefined;

/** `<body data-holloway-type="category" data-holloway-category="kettles/gooseneck">` */
const attribute =
  (document: Document): Read =>
  (name) => {
    const attributeName = `data-holloway-${name}`;
    return document
      .querySelector(`html[${attributeName}],body[${attributeName}]`)
      ?.getAttribute(attributeName);
  };

/** `<meta name="holloway" content="type=product; category=kettles/gooseneck; item=KE-101">` */
const meta =
  (document: Document): Read =>
  (name) =>
    document
      .querySelector('meta[name=holloway]')
      ?.getAttribute('content')
      ?.match(`(?:^|;)\\s*${name}\\s*=([^;]*)`)?.[1];

/** One thing, by its name: `search`, for what was searched for. */
export const declaredHint = (document: Document, name: string): string | undefined =>
  attribute(document)(name) ?? meta(document)(name) ?? undefined;

/** In order of trust. */
export const declaredPage = (document: Document): PageHints[] =>
  [attribute(document), meta(document)].map((read) => ({
    type: asPageType(read('type')?.trim()),
    category: read('category')?.replace(/^[\s/]+|[\s/]+$/g, '') || undefined,
    item: read('item')?.trim() || undefined,
  }));
