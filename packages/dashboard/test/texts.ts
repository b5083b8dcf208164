/**
 * The texts of the dashboard, found by a parser: those that are said, in a call of `t`, `tn` or `tx` or marked by `msg`
 * for one, and those that are only drawn. Judges neither: see words.test.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'oxc-parser';
import {
  branchesOf,
  childrenOf,
  isBody,
  isNode,
  isPlain,
  type Node,
  nameOf,
  nodeOf,
  textOf,
} from './text-nodes.ts';

export interface Said {
  readonly english: string;
  /** Of a text that depends on a number: what is said of one. `null` for any other. */
  readonly one: string | null;
  readonly place: string;
}

/** What a reader would see, and no language has a word for. */
export interface Unsaid {
  readonly text: string;
  readonly place: string;
}

export interface Texts {
  readonly said: readonly Said[];
  readonly unsaid: readonly Unsaid[];
}

const SAYING = ['t', 'tn', 'tx', 'msg'];

/** Attributes and fields whose text is drawn or read out. */
const DRAWN = [
  'title',
  'label',
  'note',
  'hint',
  'action',
  'question',
  'caption',
  'alt',
  'placeholder',
  'aria-label',
  'aria-valuetext',
  'aria-description',
  'aria-roledescription',
];

/** Attributes whose words are for the browser alone. */
const CODE_ATTRIBUTES = /^(class|d|viewBox|points|transform|preserveAspectRatio|key|href|rel|data-.*|style)$/;
/** What is called with names of the platform, keys and selectors, not with texts. */
const CODE_CALLS =
  /^(querySelector|querySelectorAll|closest|matches|addEventListener|removeEventListener|Error|useContext|sort|startsWith|endsWith|includes|join|split|replace|replaceAll|test|get|send|fetch|URL)$/;

const LETTERS = /\p{L}/u;
/** A sentence, or a name as a title has it; not `camelCase`, a path, or a name of the platform. */
const READABLE = /\p{L}[\p{L},;:.’”)]* \p{L}|^\p{Lu}\p{Ll}/u;

/** Names of classes, all with a dash. */
const CLASSES = /^[a-z]+(-[a-z{}]+)+( [a-z]+(-[a-z{}]+)+)*$/;

/** @param file From `src`, for the places. */
export function textsOf(source: string, file: string): Texts {
  const said: Said[] = [];
  const unsaid: Unsaid[] = [];
  const placeOf = ({ start }: Node): string => `${file}:${source.slice(0, start).split('\n').length}`;
  const miss = (node: Node, text: string | null): void => {
    if (text !== null && LETTERS.test(text.replace(/&\w+;/g, '')))
      unsaid.push({ text: text.replace(/\s+/g, ' ').trim(), place: placeOf(node) });
  };

  function call(node: Node, callee: string): void {
    const [first, second, third, ...rest] = node.arguments as Node[];
    const [one, english, others] =
      callee === 'tn' ? [second, third, [first, ...rest]] : [null, first, [second, third, ...rest]];
    const place = placeOf(node);
    for (const each of english === undefined ? [] : branchesOf(english)) {
      const text = textOf(each);
      // Anything else is a constant, of which the types ask that it is marked.
      if (text === null) continue;
      if (isPlain(each)) said.push({ english: text, one: one ? textOf(one) : null, place });
      else miss(each, text);
    }
    if (callee === 'msg' && (english === undefined || !isPlain(english))) miss(node, 'msg of no plain text');
    for (const other of others) if (other !== undefined) visit(other, 'code');
  }

  /** @param as Whether a text here is drawn for sure, may be, or is for the machine. */
  function visit(node: Node, as: 'drawn' | 'any' | 'code'): void {
    const text = textOf(node);
    if (text !== null) {
      if (as === 'drawn' || (as === 'any' && READABLE.test(text) && !CLASSES.test(text))) miss(node, text);
      for (const child of childrenOf(node)) if (child.type !== 'TemplateElement') visit(child, as);
      return;
    }
    switch (node.type) {
      case 'JSXText':
        miss(node, String(node.value));
        return;
      case 'JSXElement': {
        const opening = nodeOf(node, 'openingElement');
        for (const attribute of (opening?.attributes ?? []) as Node[]) visit(attribute, 'any');
        // What stands in <code> and <kbd> is to be typed as it is.
        const isCode = ['code', 'kbd'].includes(nameOf(nodeOf(opening as Node, 'name')));
        for (const child of node.children as Node[]) {
          if (!isCode) visit(child, 'drawn');
          else if (child.type === 'JSXExpressionContainer') visit(child, 'code');
        }
        return;
      }
      case 'JSXAttribute': {
        const value = nodeOf(node, 'value');
        const name = nameOf(nodeOf(node, 'name'));
        if (value !== null && !CODE_ATTRIBUTES.test(name))
          visit(value, DRAWN.includes(name) ? 'drawn' : 'any');
        return;
      }
      case 'Property': {
        const value = nodeOf(node, 'value');
        const drawn = DRAWN.includes(nameOf(nodeOf(node, 'key')));
        if (value !== null) visit(value, drawn ? 'drawn' : 'any');
        return;
      }
      case 'ConditionalExpression':
      case 'LogicalExpression':
        // Neither a condition nor what stands before `&&` is drawn.
        for (const [key, child] of Object.entries(node)) {
          const isAsked = key === 'test' || (key === 'left' && node.operator === '&&');
          if (isNode(child)) visit(child, isAsked ? 'any' : as);
        }
        return;
      case 'BinaryExpression':
        for (const child of childrenOf(node)) visit(child, node.operator === '+' ? as : 'code');
        return;
      case 'CallExpression':
      case 'NewExpression': {
        const callee = nameOf(nodeOf(node, 'callee'));
        if (SAYING.includes(callee)) {
          call(node, callee);
          return;
        }
        visit(node.callee as Node, 'any');
        for (const child of node.arguments as Node[]) visit(child, CODE_CALLS.test(callee) ? 'code' : 'any');
        return;
      }
      case 'JSXExpressionContainer':
      case 'JSXFragment':
      case 'ParenthesizedExpression':
        for (const child of childrenOf(node)) visit(child, as);
        return;
      case 'SwitchCase':
        for (const child of node.consequent as Node[]) visit(child, 'any');
        return;
      case 'MemberExpression':
        visit(node.object as Node, 'any');
        visit(node.property as Node, 'code');
        return;
      case 'ImportDeclaration':
      case 'TSTypeAliasDeclaration':
      case 'TSInterfaceDeclaration':
      case 'TSTypeAnnotation':
      case 'TSTypeParameterInstantiation':
        for (const child of childrenOf(node)) visit(child, 'code');
        return;
      default:
        for (const child of childrenOf(node)) visit(child, as === 'code' && !isBody(node) ? 'code' : 'any');
    }
  }
  visit(parseSync(file, source).program as unknown as Node, 'any');
  return { said, unsaid };
}

/** Of every module below the folder but tests and dictionaries, by path. */
export function textsBelow(folder: string): ReadonlyMap<string, Texts> {
  const files = globSync('**/*.{ts,tsx}', { cwd: folder })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !/\.test\.tsx?$|^words\//.test(file));
  return new Map(files.map((file) => [file, textsOf(readFileSync(join(folder, file), 'utf8'), file)]));
}
