/** Nodes of a parsed module, and what is asked of them to find its texts: see texts. */

/** A node as the parser gives it; what is asked of it depends on its type. */
export type Node = { readonly type: string; readonly start: number } & { readonly [key: string]: unknown };

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

export const childrenOf = (node: Node): Node[] => Object.values(node).flat().filter(isNode);

export const nodeOf = (node: Node, key: string): Node | null => {
  const value = node[key];
  return isNode(value) ? value : null;
};

/** The last name of `a.b.c` is `c`; of a JSX attribute, its name with any dash. */
export const nameOf = (node: Node | null): string => {
  if (node === null) return '';
  if (node.type === 'MemberExpression') return nameOf(nodeOf(node, 'property'));
  if (node.type === 'Literal') return String(node.value);
  return typeof node.name === 'string' ? node.name : nameOf(nodeOf(node, 'name'));
};

/** Of a text as it is written, `null` where it is none. */
export function textOf(node: Node | null): string | null {
  if (node?.type === 'Literal') return typeof node.value === 'string' ? node.value : null;
  if (node?.type !== 'TemplateLiteral') return null;
  const quasis = node.quasis as { readonly value: { readonly cooked: string } }[];
  return quasis.map(({ value }) => value.cooked).join('{}');
}

export const isPlain = (node: Node): boolean =>
  node.type === 'Literal' || (node.type === 'TemplateLiteral' && (node.expressions as Node[]).length === 0);

/** What is said where one of two texts is chosen in the call. */
export function branchesOf(node: Node): Node[] {
  const branches =
    node.type === 'ConditionalExpression'
      ? [nodeOf(node, 'consequent'), nodeOf(node, 'alternate')]
      : node.type === 'LogicalExpression'
        ? [nodeOf(node, 'left'), nodeOf(node, 'right')]
        : [];
  return branches.length === 0 ? [node] : branches.filter((one) => one !== null).flatMap(branchesOf);
}

/** A function that is handed to something for machines draws as any other does. */
export const isBody = ({ type }: Node): boolean => type === 'BlockStatement' || type === 'JSXElement';
