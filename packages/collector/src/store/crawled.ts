/** What the pages of a store answered when they were read for its catalogue, as rows. Goes with its site (migrate). */
import { type Runner, sqlOf } from './query.ts';
import type { Validators } from './store.ts';

export const readCrawled = (runner: Runner, site: number): Map<string, Validators> =>
  new Map(
    runner
      .all(sqlOf.selectFrom('crawled').select(['url', 'etag', 'modified']).where('site', '=', site))
      .map(({ url, etag, modified }) => [url, { etag, modified }]),
  );

export function keepCrawled(runner: Runner, site: number, pages: ReadonlyMap<string, Validators>): void {
  for (const [url, { etag, modified }] of pages) {
    runner.run(
      sqlOf
        .insertInto('crawled')
        .values({ site, url, etag, modified })
        .onConflict((conflict) => conflict.columns(['site', 'url']).doUpdateSet({ etag, modified })),
    );
  }
}
