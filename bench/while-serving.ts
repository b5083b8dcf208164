/** Work that goes on beside a collector that serves: visits come in as long as it lasts, one after another. */
import { setTimeout } from 'node:timers/promises';
import { dayAt } from '@holloway/protocol';
import { ORIGIN } from './ingest/load.ts';
import { seededRandom } from './traffic/random.ts';
import { createVisits } from './traffic/visits.ts';

const SHOP = { pages: 2_000, categories: 40 };
/** As of a site of some millions of pageviews a month. */
const PAUSE_MS = 20;

/** @returns How long the slowest visit waited for its answer. Rejects where one is not counted. */
export async function whileServing(
  url: string,
  seed: number,
  work: () => Promise<unknown>,
): Promise<{ readonly answerMs: number }> {
  const next = createVisits(SHOP, dayAt(Date.now(), 'UTC'), 'brief', seededRandom(seed));
  let answerMs = 0;
  let isDone = false;
  const done = work().finally(() => {
    isDone = true;
  });
  while (!isDone) {
    const asked = performance.now();
    const answer = await fetch(`${url}/v1/collect`, {
      method: 'POST',
      headers: { origin: ORIGIN, 'content-type': 'text/plain' },
      body: JSON.stringify(next()),
    });
    if (answer.status !== 204) throw new Error(`a visit was answered with ${answer.status}`);
    answerMs = Math.max(answerMs, performance.now() - asked);
    await setTimeout(PAUSE_MS);
  }
  await done;
  return { answerMs };
}
