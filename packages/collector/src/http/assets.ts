/** Files that are built once and served as they are: the SDK for every page, the dashboard for people. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import type { Hono } from 'hono';
import { problem } from '../problem.ts';
import { securityHeaders } from './headers.ts';

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

interface Asset {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly etag: string;
}

export interface Assets {
  /** `null` where it was not built. */
  readonly sdk: Asset | null;
  /** By path, such as `/index.html`. Empty where it was not built. */
  readonly dashboard: ReadonlyMap<string, Asset>;
}

async function readAsset(file: string): Promise<Asset> {
  const body = new Uint8Array(await readFile(file));
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  return { body, type: TYPES[extname(file)] ?? 'application/octet-stream', etag };
}

/** @param folders Where the builds are; a missing one is served as not found. */
export async function loadAssets(folders: { sdkFile: string; dashboard: string }): Promise<Assets> {
  const sdk = await readAsset(folders.sdkFile).catch(() => null);
  const entries = await readdir(folders.dashboard, { recursive: true, withFileTypes: true }).catch(() => []);
  const dashboard = new Map<string, Asset>();
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    dashboard.set(`/${relative(folders.dashboard, file).split(sep).join('/')}`, await readAsset(file));
  }
  return { sdk, dashboard };
}

function send(asset: Asset, cacheControl: string, ifNoneMatch: string | undefined): Response {
  const headers = { ETag: asset.etag, 'Cache-Control': cacheControl, 'Content-Type': asset.type };
  return ifNoneMatch === asset.etag
    ? new Response(null, { status: 304, headers })
    : new Response(asset.body, { headers });
}

export function serveAssets(app: Hono, { sdk, dashboard }: Assets): void {
  app.get('/holloway.js', (c) => {
    if (sdk === null) return problem('not_found');
    const response = send(sdk, 'public, max-age=3600', c.req.header('If-None-Match'));
    response.headers.set('Access-Control-Allow-Origin', '*');
    response.headers.set('Cross-Origin-Resource-Policy', 'cross-origin');
    response.headers.set('X-Content-Type-Options', 'nosniff');
    return response;
  });
  app.get('/*', securityHeaders, (c) => {
    const path = c.req.path === '/' ? '/index.html' : c.req.path;
    const asset = dashboard.get(path);
    if (asset === undefined) return problem('not_found');
    const lasting = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
    return send(asset, lasting, c.req.header('If-None-Match'));
  });
}
