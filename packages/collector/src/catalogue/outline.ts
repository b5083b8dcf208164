/**
 * Of a page as it comes from a shop, what the browser's code reads to describe it: the attributes that were made for us,
 * JSON-LD, and where links lead. A document of that alone is small and flat, whatever the page is; no script of it runs.
 */
import { Parser } from 'htmlparser2';
import { parseHTML } from 'linkedom';

/** Browsers nest no deeper than half of that, and what is behind it is read by nobody. */
const DEEPEST = 1_000;
const PART = 64 * 1024;
const MAX_LINKS = 10_000;
const OURS = /^data-holloway-/;

interface Attributes {
  readonly [name: string]: string;
}

export interface Outline {
  readonly document: Document;
  /** As they stand there. */
  readonly links: readonly string[];
}

export const blankDocument = (): Document =>
  parseHTML('<!doctype html><html><head></head><body></body></html>').document;

/** The first of several says it, as in browsers. */
function addOurs(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (OURS.test(name) && !element.hasAttribute(name)) element.setAttribute(name, value);
  }
}

export function outlineOf(html: string): Outline {
  const document = blankDocument();
  const links: string[] = [];
  let depth = 0;
  let script: string | null = null;

  const add = (name: string, attributes: Attributes, text = ''): void => {
    const element = document.createElement(name);
    for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
    element.textContent = text;
    document.head.append(element);
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      depth += 1;
      const { type = '', content = '', href } = attributes;
      if (name === 'html') addOurs(document.documentElement, attributes);
      else if (name === 'body') addOurs(document.body, attributes);
      else if (name === 'meta' && attributes.name === 'holloway') add('meta', { name: 'holloway', content });
      else if (name === 'a' && href !== undefined && links.length < MAX_LINKS) links.push(href);
      else if (name === 'script' && type.toLowerCase() === 'application/ld+json') script = '';
    },
    ontext(text) {
      if (script !== null) script += text;
    },
    onclosetag(name) {
      depth -= 1;
      if (name !== 'script' || script === null) return;
      add('script', { type: 'application/ld+json' }, script);
      script = null;
    },
  });
  for (let at = 0; at < html.length && depth <= DEEPEST; at += PART) parser.write(html.slice(at, at + PART));
  return { document, links };
}
