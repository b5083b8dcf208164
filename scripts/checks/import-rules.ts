/**
 * Which folder may import which: the staircase that everything in the repository goes down, as one table, and the two
 * doors of the collector (one way in, one way out). Does not look for cycles: see import-cycles.
 */
import { type Module, resolveImport } from './module.ts';

/** A folder or file and what it may import beside itself, both from the root of its staircase. */
type Staircase = Readonly<Record<string, readonly string[]>>;

const PACKAGES: Staircase = {
  protocol: [],
  sdk: ['protocol'],
  insight: ['protocol'],
  collector: ['protocol', 'sdk', 'insight'],
  // Knows the collector through the protocol and HTTP only.
  dashboard: ['protocol', 'insight'],
};

const FLOORS = [
  'store',
  'site',
  'catalogue',
  'consent',
  'access',
  'ingest',
  'report',
  'audit',
  'mail',
  'digest',
  'http',
];
/** What puts everything together may use all of it. */
const PROGRAM = [
  ...FLOORS,
  'demo',
  'doctor',
  'keep',
  'config.ts',
  'core.ts',
  'collector.ts',
  'log.ts',
  'version.ts',
];

const COLLECTOR: Staircase = {
  'problem.ts': [],
  network: [],
  beside: [],
  'page.ts': [],
  store: ['beside'],
  site: ['store', 'network'],
  catalogue: ['store', 'site', 'network'],
  workspace: ['store', 'site'],
  consent: ['store', 'site', 'problem.ts', 'page.ts'],
  access: ['store', 'site', 'network', 'problem.ts'],
  ingest: ['store', 'site', 'network', 'problem.ts'],
  report: ['site', 'problem.ts'],
  // One way out: of all that makes reports, only the release reads what is stored.
  'report/release.ts': ['store', 'site'],
  // Of people of the store, and of nothing that is counted.
  mail: [],
  digest: [
    ...['beside', 'network', 'store', 'site', 'catalogue/address.ts', 'access', 'report', 'mail'],
    ...['config.ts', 'core.ts', 'version.ts'],
  ],
  keep: ['store', 'site', 'consent', 'workspace', 'report', 'version.ts'],
  audit: ['beside', 'store', 'site', 'consent', 'keep/schedule.ts', 'page.ts'],
  http: [
    ...[
      'store',
      'site',
      'catalogue',
      'consent',
      'workspace',
      'access',
      'ingest',
      'report',
      'keep',
      'audit',
      'mail',
      'digest',
    ],
    ...['problem.ts', 'page.ts', 'version.ts'],
  ],
  // Above the stairs: what puts the parts together, and what starts them.
  'config.ts': [],
  'version.ts': [],
  'log.ts': [],
  'core.ts': ['store', 'site', 'consent', 'ingest', 'report', 'keep'],
  'collector.ts': [...FLOORS, 'config.ts', 'core.ts', 'log.ts', 'version.ts'],
  doctor: ['store', 'network', 'mail', 'digest', 'config.ts', 'version.ts', 'doctor'],
  demo: ['store', 'site', 'consent', 'ingest', 'core.ts'],
  cli: PROGRAM,
  'index.ts': PROGRAM,
};

/** These run anywhere, a browser included, and bring nothing along. */
const WITHOUT_DEPENDENCIES = ['protocol', 'sdk', 'insight'];

/** One way in: who may read the address and headers of a request, in the collector. */
const MAY_READ_REQUESTS = [
  'ingest/anonymise.ts',
  'ingest/network.ts',
  // Who signs in is no visitor.
  'access',
  // Whether the browser has the file already.
  'http/assets.ts',
  // Whether a page or data is wanted.
  'http/audit-routes.ts',
  // What an answer says of itself.
  'doctor/server.ts',
  // How long the body is.
  'http/limit-body.ts',
  // Headers of answers, which it asked a shop for.
  'catalogue/fetch.ts',
];
/** Hands the request on, address and all, without looking at either. */
const HANDS_REQUESTS_ON = 'http';

const PACKAGE_FOLDER = /^packages\/([^/]+)\//;
const COLLECTOR_FOLDER = 'packages/collector/src/';

export interface Finding {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file) || /^packages\/[^/]+\/test\//.test(file);

const isWithin = (file: string, folder: string): boolean => file === folder || file.startsWith(`${folder}/`);

/** The most particular step of the staircase that a file stands on. */
function stepOf(staircase: Staircase, file: string): string | null {
  const steps = Object.keys(staircase).filter((step) => isWithin(file, step));
  return steps.sort((a, b) => b.length - a.length)[0] ?? null;
}

/** Why a file may not import another of the same staircase; `null` where it may. */
function objection(staircase: Staircase, from: string, to: string): string | null {
  const step = stepOf(staircase, from);
  if (step === null) return `${from} has no place in the table of scripts/checks/import-rules.ts`;
  const folder = step.split('/', 1)[0] ?? step;
  const may = staircase[step] ?? [];
  if ([folder, ...may].some((each) => isWithin(to, each))) return null;
  return `${step} must not import ${to}: it may import ${may.length === 0 ? 'nothing else' : may.join(', ')}`;
}

function importObjection(from: string, specifier: string, to: string | null): string | null {
  const ownPackage = PACKAGE_FOLDER.exec(from)?.[1];
  if (ownPackage === undefined) return null; // examples, tests and scripts use what they show
  if (to === null) {
    if (isTest(from) || !WITHOUT_DEPENDENCIES.includes(ownPackage)) return null;
    return `${ownPackage} must not import ${specifier}: it has no dependencies and runs anywhere`;
  }
  if (!to.startsWith('packages/')) return `a package must not import ${to}`;
  const between = objection(PACKAGES, from.slice('packages/'.length), to.slice('packages/'.length));
  if (between !== null) return between;
  // Tests set up what they need from any floor.
  if (!from.startsWith(COLLECTOR_FOLDER) || !to.startsWith(COLLECTOR_FOLDER) || isTest(from)) return null;
  return objection(COLLECTOR, from.slice(COLLECTOR_FOLDER.length), to.slice(COLLECTOR_FOLDER.length));
}

function readObjection(file: string, what: string): string | null {
  if (!file.startsWith(COLLECTOR_FOLDER) || isTest(file)) return null;
  const inner = file.slice(COLLECTOR_FOLDER.length);
  if (MAY_READ_REQUESTS.some((reader) => isWithin(inner, reader))) return null;
  if (isWithin(inner, HANDS_REQUESTS_ON) && what !== 'a header') return null;
  return `must not read ${what} of a request: ingest/anonymise.ts does, for everyone`;
}

/** Every import against the staircase, and every reading of a request outside the door; in the order of the files. */
export function checkImports(modules: readonly Module[]): Finding[] {
  const files = new Set(modules.map(({ file }) => file));
  return modules.flatMap(({ file, imports, requestReads }) => [
    ...imports.flatMap(({ specifier, line }) => {
      const to = resolveImport(file, specifier, (each) => files.has(each));
      const message = importObjection(file, specifier, to);
      return message === null ? [] : [{ file, line, message }];
    }),
    ...requestReads.flatMap(({ what, line }) => {
      const message = readObjection(file, what);
      return message === null ? [] : [{ file, line, message }];
    }),
  ]);
}
