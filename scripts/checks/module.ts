/**
 * What a source file imports, and where it reads of a request, found by a parser.
 * Does not judge either: see import-rules.
 */
import path from 'node:path/posix';
import { parseSync, Visitor } from 'oxc-parser';

export interface Import {
  /** As written, such as `@holloway/protocol` or `../store/store.ts`. */
  readonly specifier: string;
  readonly line: number;
  /** Gone at run time. */
  readonly typeOnly: boolean;
}

/** A place that reads the address or a header of a request. */
export interface RequestRead {
  readonly what: string;
  readonly line: number;
}

export interface Module {
  /** From the root of the repository, with slashes. */
  readonly file: string;
  readonly imports: readonly Import[];
  readonly requestReads: readonly RequestRead[];
}

const HEADER_READERS = ['get', 'has', 'entries', 'keys', 'values', 'forEach', 'getSetCookie'];
const ADDRESS = ['remoteAddress', 'getConnInfo'];

/** The last name of `a.b.c` is `c`. */
function lastName(node: {
  type: string;
  name?: unknown;
  property?: { type: string; name?: unknown };
}): unknown {
  if (node.type === 'Identifier') return node.name;
  return node.property?.type === 'Identifier' ? node.property.name : undefined;
}

/** Whether a member expression reads a request: `request.header(...)`, `headers.get(...)`, `socket.remoteAddress`. */
function requestRead(object: unknown, property: unknown): string | null {
  if (ADDRESS.includes(String(property))) return String(property);
  if (property === 'header' && (object === 'req' || object === 'request')) return 'a header';
  if (object === 'headers' && HEADER_READERS.includes(String(property))) return 'a header';
  return null;
}

/**
 * @param file Its extension tells TypeScript from JSX.
 * @throws Error where the source cannot be parsed.
 */
export function parseModule(file: string, source: string): Module {
  const { program, errors } = parseSync(file, source);
  if (errors[0] !== undefined) throw new Error(`${file}: ${errors[0].message}`);
  const lineOf = (offset: number): number => source.slice(0, offset).split('\n').length;

  const imports: Import[] = [];
  const add = (from: { value: unknown; start: number } | null, typeOnly: boolean): void => {
    if (typeof from?.value !== 'string') return;
    imports.push({ specifier: from.value, line: lineOf(from.start), typeOnly });
  };
  const requestReads: RequestRead[] = [];
  const read = (what: string, offset: number): void => {
    requestReads.push({ what, line: lineOf(offset) });
  };

  new Visitor({
    ImportDeclaration({ source: from, importKind, specifiers }) {
      const allTypes =
        specifiers.length > 0 &&
        specifiers.every((each) => 'importKind' in each && each.importKind === 'type');
      add(from, importKind === 'type' || allTypes);
    },
    ExportNamedDeclaration: ({ source: from, exportKind }) => add(from, exportKind === 'type'),
    ExportAllDeclaration: ({ source: from, exportKind }) => add(from, exportKind === 'type'),
    ImportExpression: ({ source: from }) => add(from.type === 'Literal' ? from : null, false),
    TSImportType: ({ source: from }) => add(from, true),
    MemberExpression({ object, property, computed, start }) {
      if (computed) return;
      const what = requestRead(lastName(object), lastName(property));
      if (what !== null) read(what, start);
    },
    CallExpression({ callee, start }) {
      if (callee.type === 'Identifier' && ADDRESS.includes(callee.name)) read(callee.name, start);
    },
    ObjectPattern({ properties }) {
      for (const property of properties) {
        if (property.type !== 'Property' || property.computed) continue;
        const name = lastName(property.key);
        if (name === 'remoteAddress' || name === 'headers') read(String(name), property.start);
      }
    },
  }).visit(program);
  return { file, imports, requestReads };
}

/**
 * The file that an import names, from the root of the repository; `null` for packages of others.
 * @param has Whether a file is among the modules; endings may be left out, as bundlers allow.
 */
export function resolveImport(
  from: string,
  specifier: string,
  has: (file: string) => boolean,
): string | null {
  const target =
    ownPackage(specifier) ?? (specifier.startsWith('.') ? path.join(path.dirname(from), specifier) : null);
  if (target === null) return null;
  const candidates = [target, `${target}.ts`, `${target}.tsx`, `${target}/index.ts`];
  return candidates.find(has) ?? target;
}

/** `@holloway/sdk/visit` is `packages/sdk/src/visit`; examples, tests and benchmarks stand elsewhere. */
function ownPackage(specifier: string): string | null {
  const [, name, rest = ''] = /^@holloway\/([^/]+)(\/.*)?$/.exec(specifier) ?? [];
  if (name === undefined) return null;
  const example = /^example-(.+)$/.exec(name)?.[1];
  if (example !== undefined) return `examples/${example}/src${rest}`;
  return name === 'e2e' || name === 'bench' ? `${name}${rest}` : `packages/${name}/src${rest}`;
}
