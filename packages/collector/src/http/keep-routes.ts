/** Taking a site elsewhere, and erasing it. What goes out, and what is deleted: keep/. */
import type { ReadableStreamDefaultController } from 'node:stream/web';
import * as v from 'valibot';
import type { Access } from '../access/access.ts';
import type { Readings } from '../catalogue/readings.ts';
import { eraseSite } from '../keep/erase-site.ts';
import { type ExportDeps, exportSite } from '../keep/export-site.ts';
import type { Retainer } from '../keep/retainer.ts';
import { problem } from '../problem.ts';
import type { Registry } from '../site/registry.ts';
import type { Store } from '../store/store.ts';
import { readBody } from './read-body.ts';
import { SITE } from './report-routes.ts';
import type { Route } from './route.ts';

export interface KeepRoutesDeps {
  readonly store: ExportDeps['store'] & Pick<Store, 'eraseSite'>;
  readonly registry: ExportDeps['registry'] & Pick<Registry, 'forget'>;
  readonly release: ExportDeps['release'];
  readonly retainer: Pick<Retainer, 'clear' | 'scrub'>;
  readonly gate: { forget(site: number): void };
  readonly readings: Readings;
  readonly committer: { between<T>(work: () => Promise<T>): Promise<T> };
  readonly access: Pick<Access, 'forgetSite'>;
  /** Told of errors that nobody foresaw. */
  readonly report: (error: unknown) => void;
}

const OPERATOR = { for: 'site', permission: 'operate' } as const;
const CONFIRMED = v.object({ site: v.string('must be the id of the site, once more') });

/** Made as fast as it is taken. Where it fails, the answer ends without its end; whoever breaks it off wants no more of it. */
function streamOf(chunks: AsyncGenerator<string>, report: (error: unknown) => void): ReadableStream {
  const encoder = new TextEncoder();
  let isWanted = true;
  return new ReadableStream({
    async pull(controller: ReadableStreamDefaultController<Uint8Array>) {
      try {
        const { value, done } = await chunks.next();
        // Broken off while this part was being made.
        if (!isWanted) return;
        if (done === true) controller.close();
        else controller.enqueue(encoder.encode(value));
      } catch (error) {
        report(error);
        controller.error(error);
      }
    },
    async cancel() {
      isWanted = false;
      await chunks.return(undefined);
    },
  });
}

export const keepRoutes = (deps: KeepRoutesDeps): readonly Route[] => [
  {
    method: 'get',
    path: '/v1/sites/:site/export',
    area: 'sites',
    summary:
      'A site as a file that another collector takes in: docs/export-format.md. What is not sealed is not in it.',
    rule: OPERATOR,
    parameters: [SITE],
    answers: [
      {
        status: 200,
        description: 'JSON lines; whole if its last line is there.',
        type: 'application/x-ndjson',
      },
    ],
    ofSite: (c, site) => {
      c.header('Cache-Control', 'no-store');
      c.header('Content-Disposition', `attachment; filename="${site.slug}.holloway.ndjson"`);
      c.header('Content-Type', 'application/x-ndjson; charset=utf-8');
      return c.body(streamOf(exportSite(deps, site), deps.report));
    },
  },
  {
    method: 'delete',
    path: '/v1/sites/:site',
    area: 'sites',
    summary:
      'Erases a site: its counts, names, settings and statements, and what named it in grants and keys.',
    rule: OPERATOR,
    parameters: [SITE],
    body: {
      type: 'application/json',
      description: 'The id of the site once more, so that nothing is erased by a slip.',
      schema: { type: 'object', required: ['site'], properties: { site: { type: 'string' } } },
    },
    answers: [
      {
        status: 202,
        description: 'It is gone for everybody; its rows are being deleted. Says whose grants named it.',
        type: 'application/json',
      },
    ],
    problems: ['bad_request', 'unavailable'],
    ofSite: async (c, site) => {
      const body = await readBody(c, CONFIRMED);
      if (!body.ok) return problem('bad_request', body.issue);
      if (body.value.site !== site.slug)
        return problem('bad_request', { field: 'site', rule: 'must be the id of the site, once more' });
      const { grants, finish } = await eraseSite({ ...deps, exclusive: deps.committer.between }, site);
      // Nobody can see or take over what is read of it, nor end it.
      deps.readings.drop(site);
      // What is interrupted comes round again.
      void finish().catch(deps.report);
      c.header('Cache-Control', 'no-store');
      return c.json(grants, 202);
    },
  },
];
