/**
 * Browsers that count page views and hold on to what was not acknowledged, as ours do; and what must be counted of it.
 * Each batch counts one view of one page, so that a batch which is lost and one which counts twice never make up for each
 * other unseen for long.
 */
import { randomBytes } from 'node:crypto';
import { Agent, request } from 'node:http';
import { dayAt } from '@holloway/protocol';
import Database from 'better-sqlite3';
import { batchOf } from '../core.ts';
import { ORIGIN, PAGES } from './serving.ts';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:146.0) Gecko/20100101 Firefox/146.0';

interface SentBatch {
  readonly page: number;
  readonly body: string;
}

/** Status and headers; status 0 where there was no answer. */
export interface Answer {
  readonly status: number;
  readonly retryAfter: string | null;
}

const NO_ANSWER: Answer = { status: 0, retryAfter: null };

const post = (url: string, body: string, agent: Agent): Promise<Answer> =>
  new Promise((resolve) => {
    const sent = request(
      `${url}/v1/collect`,
      {
        agent,
        method: 'POST',
        headers: { origin: ORIGIN, 'user-agent': FIREFOX, 'content-type': 'text/plain' },
      },
      (response) => {
        response.resume();
        response.once('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            retryAfter: response.headers['retry-after'] ?? null,
          }),
        );
        response.once('error', () => resolve(NO_ANSWER));
      },
    );
    sent.once('error', () => resolve(NO_ANSWER));
    sent.end(body);
  });

export interface Tally {
  /** Batches answered with 204. */
  readonly acknowledged: number;
  /** Acknowledged, and not counted. */
  readonly lost: number;
  /** Counted more often than they were made. */
  readonly doubled: number;
}

/** Views of each page in the database, whatever table they stand in. Beside a collector that serves. */
function countedIn(database: string): number[] {
  const db = new Database(database, { readonly: true, fileMustExist: true, timeout: 10_000 });
  try {
    const rows = db
      .prepare<[], { text: string; n: number }>(
        `WITH every (fact, slice, a, n) AS (
           SELECT fact, slice, a, n FROM cell UNION ALL SELECT fact, slice, a, n FROM waiting UNION ALL
           SELECT fact, each.value, a, slices ->> (each.key + 1) FROM intake JOIN json_each(intake.slices) AS each
             WHERE each.key % 5 = 0)
         SELECT term.text, sum(every.n) AS n FROM every
           JOIN fact ON fact.id = every.fact AND fact.name = 'page.view'
           JOIN term ON term.kind = 'page' AND term.id = every.a
         WHERE every.slice = 0 GROUP BY term.text`,
      )
      .all();
    const byPage = new Map(rows.map(({ text, n }) => [text, n]));
    return PAGES.map((page) => byPage.get(page) ?? 0);
  } finally {
    db.close();
  }
}

export interface Browsers {
  /** Sends new batches over so many connections until `stopped` says so, or the collector is gone. @returns Answers by status. */
  load(url: string, connections: number, stopped: () => boolean): Promise<Map<number, number>>;
  /** Sends again what was not acknowledged, and the last so many of what was. @returns Whether all of it was acknowledged now. */
  resend(url: string, acknowledgedToo?: number): Promise<boolean>;
  /** One batch, the same each time, sent so often at once. */
  storm(url: string, times: number): Promise<Answer[]>;
  /** Compares what is counted with what was acknowledged and made, since the beginning. */
  compare(database: string): Tally;
  /** Batches that were not acknowledged yet. */
  readonly waiting: number;
  /** Answers so far, of whatever status. */
  readonly answered: number;
}

export function createBrowsers(): Browsers {
  const acknowledged: SentBatch[] = [];
  let waiting: SentBatch[] = [];
  let answered = 0;
  let turn = 0;
  let stormed: SentBatch | null = null;

  const draw = (): SentBatch => {
    const page = turn++ % PAGES.length;
    const view = batchOf([['page.view', [PAGES[page] ?? ''], 1, 2]], {
      day: dayAt(Date.now(), 'UTC'),
      batch: randomBytes(8).toString('base64url'),
    });
    return { page, body: JSON.stringify(view) };
  };
  const withAgent = async <T>(connections: number, work: (agent: Agent) => Promise<T>): Promise<T> => {
    const agent = new Agent({ keepAlive: true, maxSockets: connections });
    try {
      return await work(agent);
    } finally {
      agent.destroy();
    }
  };
  const send = async (url: string, batch: SentBatch, agent: Agent): Promise<Answer> => {
    const answer = await post(url, batch.body, agent);
    answered += answer.status === 0 ? 0 : 1;
    (answer.status === 204 ? acknowledged : waiting).push(batch);
    return answer;
  };
  const countBy = (batches: readonly SentBatch[]): number[] => {
    const counts = PAGES.map(() => 0);
    for (const { page } of batches) counts[page] = (counts[page] ?? 0) + 1;
    return counts;
  };

  return {
    load: (url, connections, stopped) =>
      withAgent(connections, async (agent) => {
        const statuses = new Map<number, number>();
        const browse = async (): Promise<void> => {
          while (!stopped()) {
            const { status } = await send(url, draw(), agent);
            statuses.set(status, (statuses.get(status) ?? 0) + 1);
            if (status === 0) return;
          }
        };
        await Promise.all(Array.from({ length: connections }, browse));
        return statuses;
      }),
    resend: (url, acknowledgedToo = 0) =>
      withAgent(32, async (agent) => {
        const again = waiting;
        waiting = [];
        await Promise.all(again.map((batch) => send(url, batch, agent)));
        const known = acknowledged.slice(Math.max(0, acknowledged.length - acknowledgedToo));
        await Promise.all(known.map(({ body }) => post(url, body, agent)));
        return waiting.length === 0;
      }),
    storm: (url, times) =>
      withAgent(64, async (agent) => {
        const isFirst = stormed === null;
        stormed ??= draw();
        const batch = stormed;
        const answers = await Promise.all(Array.from({ length: times }, () => post(url, batch.body, agent)));
        if (isFirst) (answers.some(({ status }) => status === 204) ? acknowledged : waiting).push(batch);
        return answers;
      }),
    compare(database) {
      const counted = countedIn(database);
      const known = countBy(acknowledged);
      const made = countBy([...acknowledged, ...waiting]);
      const sum = (of: (page: number) => number): number =>
        PAGES.reduce((total, _, page) => total + Math.max(0, of(page)), 0);
      return {
        acknowledged: acknowledged.length,
        lost: sum((page) => (known[page] ?? 0) - (counted[page] ?? 0)),
        doubled: sum((page) => (counted[page] ?? 0) - (made[page] ?? 0)),
      };
    },
    get waiting() {
      return waiting.length;
    },
    get answered() {
      return answered;
    },
  };
}
