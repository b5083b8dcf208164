/**
 * Sends batches with autocannon. Every request is drawn before the load begins; only its nonce is made when it is sent,
 * so that no batch counts as a duplicate however often the set goes round.
 */
import { dayAt, encodeBatch } from '@holloway/protocol';
import autocannon from 'autocannon';
import { answer } from '../child.ts';
import { seededRandom } from '../traffic/random.ts';
import { createVisits, type Measure, nonce } from '../traffic/visits.ts';
import { createHeads, type Head } from './headers.ts';
import { INGEST_SHOP, type Load, type LoadResult } from './load.ts';

const REQUESTS = 12_000;
const SEED = 2026;

interface Drawn {
  readonly headers: Head;
  readonly body: Buffer;
  /** Where the nonce stands in the body. */
  readonly nonceAt: number;
}

const random = seededRandom(SEED);

function drawRequests(measure: Measure): Drawn[] {
  const next = createVisits(INGEST_SHOP, dayAt(Date.now(), 'UTC'), measure, random);
  const nextHead = createHeads(random);
  return Array.from({ length: REQUESTS }, () => {
    const batch = next();
    const body = Buffer.from(encodeBatch(batch));
    return { headers: nextHead(), body, nonceAt: body.indexOf(batch.batch) };
  });
}

const requestsOf = new Map<Measure, Drawn[]>();
let turn = 0;

async function load({ url, measure, connections, seconds, rate }: Load): Promise<LoadResult> {
  const requests = requestsOf.get(measure) ?? drawRequests(measure);
  requestsOf.set(measure, requests);
  const result = await autocannon({
    url: `${url}/v1/collect`,
    connections,
    duration: seconds,
    timeout: 10,
    ...(rate === null ? {} : { overallRate: rate }),
    requests: [
      {
        method: 'POST',
        setupRequest(request) {
          const drawn = requests[turn++ % requests.length];
          if (drawn === undefined) throw new Error('no request was drawn');
          // autocannon copies the body into what it sends, so that the buffer may be written again.
          drawn.body.write(nonce(random), drawn.nonceAt, 'latin1');
          return { ...request, headers: { ...drawn.headers }, body: drawn.body };
        },
      },
    ],
  });
  const answers = result['1xx'] + result['2xx'] + result['3xx'] + result['4xx'] + result['5xx'];
  const counted = result.statusCodeStats?.['204']?.count ?? 0;
  return {
    batches: counted,
    failed: answers - counted + result.errors + result.timeouts,
    byStatus: Object.fromEntries(
      Object.entries(result.statusCodeStats ?? {}).map(([status, { count = 0 }]) => [status, count]),
    ),
    seconds: result.duration,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
  };
}

answer(load);
