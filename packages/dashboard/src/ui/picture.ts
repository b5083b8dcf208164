/**
 * A part of the screen as an SVG of its own: boxes, rules, texts and drawings where the browser laid them out. Built from
 * layout and computed styles, so that it looks as it did, in the reader's colours. Does not save it.
 */

const SVG = 'http://www.w3.org/2000/svg';

/** Of drawings: what stylesheets give them, which a file of its own has not. */
const DRAWN = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
  'visibility',
  'vector-effect',
] as const;

const MARGIN = 16;

type Attributes = { readonly [name: string]: string | number };

function node(name: string, attributes: Attributes, text = ''): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, typeof value === 'number' ? String(Math.round(value * 100) / 100) : value);
  }
  made.textContent = text;
  return made;
}

const isPainted = (colour: string): boolean => colour !== 'transparent' && !/,\s*0\)$|\/\s*0\)$/.test(colour);

/** Those that only screen readers meet are a pixel large. */
const isSeen = (box: DOMRect, style: CSSStyleDeclaration): boolean =>
  style.display !== 'none' && style.visibility !== 'hidden' && box.width > 1.5 && box.height > 1.5;

function drawing(svg: SVGSVGElement, left: number, top: number): SVGElement {
  const box = svg.getBoundingClientRect();
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const [from, to] = [
    [svg, ...svg.querySelectorAll('*')],
    [copy, ...copy.querySelectorAll('*')],
  ];
  from.forEach((element, at) => {
    const style = getComputedStyle(element);
    for (const name of DRAWN) to[at]?.setAttribute(name, style.getPropertyValue(name));
    to[at]?.removeAttribute('class');
  });
  for (const [name, value] of Object.entries({
    x: box.left - left,
    y: box.top - top,
    width: box.width,
    height: box.height,
  }))
    copy.setAttribute(name, String(value));
  return copy;
}

/** Each line of a text by itself: words that stand at one height. */
function* linesOf(text: Text): Generator<{ words: string; box: DOMRect }> {
  const range = document.createRange();
  let line: { words: string; box: DOMRect } | null = null;
  for (const { 0: word, index } of text.data.matchAll(/\S+\s*/g)) {
    range.setStart(text, index);
    range.setEnd(text, index + word.trimEnd().length);
    const box = range.getBoundingClientRect();
    if (line !== null && Math.abs(line.box.top - box.top) < 2) {
      line = { words: line.words + word, box: line.box };
      continue;
    }
    if (line !== null) yield line;
    line = { words: word, box };
  }
  if (line !== null) yield line;
}

function write(text: Text, style: CSSStyleDeclaration, left: number, top: number): SVGElement[] {
  const size = Number.parseFloat(style.fontSize);
  const drawn: SVGElement[] = [];
  for (const { words, box } of linesOf(text)) {
    if (box.width < 1) continue;
    drawn.push(
      node(
        'text',
        {
          x: box.left - left,
          // Where the foot of most letters stands in their line.
          y: box.top - top + (box.height + size * 0.7) / 2,
          fill: style.color,
          'font-family': style.fontFamily,
          'font-size': size,
          'font-weight': style.fontWeight,
        },
        words.trimEnd(),
      ),
    );
  }
  return drawn;
}

function draw(element: Element, left: number, top: number, into: SVGElement): void {
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  if (!isSeen(box, style) || element.matches('button, select, input, .panel-tools, .panel-controls')) return;
  const place = { x: box.left - left, y: box.top - top, width: box.width, height: box.height };
  if (isPainted(style.backgroundColor)) {
    into.append(
      node('rect', { ...place, fill: style.backgroundColor, rx: Number.parseFloat(style.borderRadius) || 0 }),
    );
  }
  if (Number.parseFloat(style.borderBlockEndWidth) > 0 && isPainted(style.borderBlockEndColor)) {
    const y = place.y + place.height;
    into.append(
      node('line', {
        x1: place.x,
        x2: place.x + place.width,
        y1: y,
        y2: y,
        stroke: style.borderBlockEndColor,
      }),
    );
  }
  for (const child of element.childNodes) {
    if (child instanceof Text) into.append(...write(child, style, left, top));
    else if (child instanceof SVGSVGElement) into.append(drawing(child, left, top));
    else if (child instanceof Element) draw(child, left, top, into);
  }
}

export interface Picture {
  readonly svg: string;
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** @param note What the picture is of, printed small beneath it: alone, a picture does not say of which shop and days. */
export function pictureOf(element: Element, note: string): Picture {
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const [width, height] = [box.width + 2 * MARGIN, box.height + 3 * MARGIN];
  const svg = node('svg', { xmlns: SVG, width, height, viewBox: `0 0 ${width} ${height}` });
  svg.append(
    node('rect', { width, height, fill: isPainted(style.backgroundColor) ? style.backgroundColor : '#fff' }),
  );
  draw(element, box.left - MARGIN, box.top - MARGIN, svg);
  svg.append(
    node(
      'text',
      {
        x: MARGIN,
        y: height - MARGIN / 2,
        fill: style.color,
        'font-family': style.fontFamily,
        'font-size': 11,
      },
      note,
    ),
  );
  return { svg: new XMLSerializer().serializeToString(svg), width, height };
}
