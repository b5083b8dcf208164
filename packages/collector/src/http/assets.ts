/** Files that are built once and served as they are: the SDK for every page, the dashboard for people. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { problem } from '../problem.ts';
import { securityHeaders } from './headers.ts';
import type { Answer, Route } from './route.ts';

const TYPES: { readonly [extension: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
};

type Bytes = Uint8Array<ArrayBuffer>;

/** The best first. */
const ENCODINGS: readonly (readonly [name: string, encode: (body: Bytes) => Bytes])[] = [
  ['br', (body) => new Uint8Array(brotliCompressSync(body))],
  ['gzip', (body) => new Uint8Array(gzipSync(body, { level: 9 }))],
];

interface Asset {
  readonly body: Bytes;
  readonly type: string;
  readonly etag: string;
  /** By encoding, the best first; none that would not be smaller. */
  readonly encoded: ReadonlyMap<string, Bytes>;
}

export interface Assets {
  /** `null` where it was not built. */
  readonly sdk: Asset | null;
  /** What the script loads when it is needed, by file name, such as `analytics-1a2b3c4d.js`. */
  readonly sdkParts: ReadonlyMap<string, Asset>;
  /** By path, such as `index.html`. Empty where it was not built. */
  readonly dashboard: ReadonlyMap<string, Asset>;
}

async function readAsset(file: string): Promise<Asset> {
  const body = new Uint8Array(await readFile(file));
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  // Once, at start: most of what is served is served to everybody.
  const encoded = ENCODINGS.map(([name, encode]) => [name, encode(body)] as const).filter(
    ([, bytes]) => bytes.length < body.length,
  );
  return {
    body,
    type: TYPES[extname(file)] ?? 'application/octet-stream',
    etag,
    encoded: new Map(encoded),
  };
}

/** Every file below a folder by its path in there; none where there is no such folder. */
async function readFolder(folder: string): Promise<Map<string, Asset>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const assets = new Map<string, Asset>();
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    assets.set(relative(folder, file).split(sep).join('/'), await readAsset(file));
  }
  return assets;
}

/** Where the builds are: beside the code where it is installed, else in the packages of the repository. */
export function builtFolders(codeFolder: string): { readonly sdk: string; readonly dashboard: string } {
  const carried = join(codeFolder, 'assets');
  return existsSync(carried)
    ? { sdk: join(carried, 'sdk'), dashboard: join(carried, 'dashboard') }
    : { sdk: join(codeFolder, '../../sdk/dist'), dashboard: join(codeFolder, '../../dashboard/dist') };
}

/** @param folders Where the builds are; a missing one is served as not found. */
export async function loadAssets(folders: { sdk: string; dashboard: string }): Promise<Assets> {
  return {
    sdk: await readAsset(join(folders.sdk, 'holloway.js')).catch(() => null),
    sdkParts: await readFolder(join(folders.sdk, 'holloway')),
    dashboard: await readFolder(folders.dashboard),
  };
}

const IMMUTABLE = 'public, max-age=31536000, immutable';
const PART = /^(.+)-[0-9a-f]{8}\.js$/;

/**
 * The part of that name. A page may still have a script of before an update, which asks for parts that are gone:
 * it gets those of today.
 */
function findPart(parts: Assets['sdkParts'], file: string): { asset: Asset; cacheControl: string } | null {
  const exact = parts.get(file);
  if (exact !== undefined) return { asset: exact, cacheControl: IMMUTABLE };
  const name = PART.exec(file)?.[1];
  const current = [...parts].find(([each]) => name !== undefined && PART.exec(each)?.[1] === name);
  return current === undefined ? null : { asset: current[1], cacheControl: 'no-cache' };
}

/** `br;q=0` says that it may not be. */
const REFUSED = /[\w-]+\s*;\s*q=0(?:\.0*)?(?=\s*(?:,|$))/g;

/** What a request says of itself, by the names of its headers. */
type Ask = (header: 'Accept-Encoding' | 'If-None-Match') => string | undefined;

function send({ body, type, etag, encoded }: Asset, cacheControl: string, ask: Ask): Response {
  const accepted =
    ask('Accept-Encoding')
      ?.replace(REFUSED, '')
      .split(/\s*[,;]\s*/) ?? [];
  const [encoding, bytes] = [...encoded].find(([name]) => accepted.includes(name)) ?? [];
  const tag = encoding === undefined ? etag : `"${encoding}-${etag.slice(1)}`;
  const headers = {
    ETag: tag,
    Vary: 'Accept-Encoding',
    'Cache-Control': cacheControl,
    'Content-Type': type,
    ...(encoding === undefined ? {} : { 'Content-Encoding': encoding }),
  };
  // A proxy in between may have weakened it.
  return ask('If-None-Match')?.replace(/^W\//, '') === tag
    ? new Response(null, { status: 304, headers })
    : new Response(bytes ?? body, { headers });
}

/** For pages of any origin. */
function sendToPages(asset: Asset, cacheControl: string, ask: Ask): Response {
  const response = send(asset, cacheControl, ask);
  response.headers.set('Access-Control-Allow-Origin', '*');
  response.headers.set('Cross-Origin-Resource-Policy', 'cross-origin');
  response.headers.set('X-Content-Type-Options', 'nosniff');
  return response;
}

const SCRIPT_ANSWERS: readonly Answer[] = [
  { status: 200, description: 'The file.', type: 'text/javascript' },
  { status: 304, description: 'The browser has it already.' },
];

export const assetRoutes = ({ sdk, sdkParts, dashboard }: Assets): readonly Route[] => [
  {
    method: 'get',
    path: '/holloway.js',
    area: 'files',
    summary: 'The script that a store embeds.',
    rule: { for: 'everyone' },
    answers: SCRIPT_ANSWERS,
    problems: ['not_found'],
    answer: (c) =>
      sdk === null
        ? problem('not_found')
        : sendToPages(sdk, 'public, max-age=3600', (name) => c.req.header(name)),
  },
  {
    method: 'get',
    path: '/holloway/:file',
    area: 'files',
    summary: 'A part of the script, loaded when it is needed.',
    rule: { for: 'everyone' },
    parameters: [{ name: 'file', in: 'path', description: 'Its name, with the hash of what it holds.' }],
    answers: SCRIPT_ANSWERS,
    problems: ['not_found'],
    answer: (c) => {
      const part = findPart(sdkParts, c.req.param('file') ?? '');
      return part === null
        ? problem('not_found')
        : sendToPages(part.asset, part.cacheControl, (name) => c.req.header(name));
    },
  },
  {
    method: 'get',
    path: '/*',
    area: 'files',
    summary: 'The dashboard: its page and the files of it. What it shows it asks for by itself.',
    rule: { for: 'everyone' },
    answers: [
      { status: 200, description: 'The file.', type: 'text/html' },
      { status: 304, description: 'The browser has it already.' },
    ],
    problems: ['not_found'],
    around: [securityHeaders],
    answer: (c) => {
      const path = c.req.path === '/' ? 'index.html' : c.req.path.slice(1);
      const asset = dashboard.get(path);
      if (asset === undefined) return problem('not_found');
      return send(asset, path.startsWith('assets/') ? IMMUTABLE : 'no-cache', (name) => c.req.header(name));
    },
  },
];
