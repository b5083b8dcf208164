/**
 * `POST /v1/collect`: one batch in, one answer out. Says 204 for whatever it will not count too, so that nobody can
 * ask it what it knows. Address and headers reach it only as a Sender (anonymise).
 */
import { type Batch, MAX_BODY_BYTES, parseBatch } from '@holloway/protocol';
import { isLoopbackOrigin } from '../network/loopback.ts';
import { problem } from '../problem.ts';
import type { Registry } from '../site/registry.ts';
import { StoreUnavailableError } from '../store/store.ts';
import type { Sender } from './anonymise.ts';
import { arrivalDay } from './arrival-day.ts';
import type { Committer } from './commit.ts';
import { openDeviceTable } from './device-table.ts';
import type { DropReason } from './drops.ts';
import type { Limiter } from './limit.ts';
import { isModel } from './model-code.ts';
import { createModelNames } from './model-name.ts';
import { createOverload } from './overload.ts';
import { agreeing } from './user-agent.ts';

export interface CollectDeps {
  readonly registry: Registry;
  readonly committer: Committer;
  readonly limitNetwork: Limiter;
  readonly limitSite: Limiter;
  readonly clock: { now(): number };
  readonly countDrop: (reason: DropReason) => void;
}

/** What browsers send at a time; of a network's rate a batch takes as many as it could be. */
const INCREMENTS_A_BATCH = 50;

const TEXT = /^text\/plain(?:\s*;|$)/i;

/** A test site takes any loopback origin besides the registered ones; other sites only those. */
export function mayEmbed(origin: string | null, site: { kind: string; origins: readonly string[] }): boolean {
  if (origin === null) return false;
  return site.origins.includes(origin) || (site.kind === 'test' && isLoopbackOrigin(origin));
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined; // told apart from every JSON value; parseBatch names the rule
  }
}

/** A refusal comes by itself; where the site does not say that it counts those, it is not counted. */
const isRefusal = ({ increments }: Batch): boolean =>
  increments.some(([fact, [, , choice]]) => fact === 'consent.choice' && choice === 'rejected');

export function createCollect(deps: CollectDeps) {
  const { registry, committer, limitNetwork, limitSite, clock, countDrop } = deps;
  // At start, so that no batch waits for the table and no model is counted under two names.
  const nameModel = createModelNames(openDeviceTable());
  const overload = createOverload();

  return async (sender: Sender, body: string): Promise<Response> => {
    if (!TEXT.test(sender.contentType ?? '')) {
      return problem('wrong_type', { field: 'Content-Type', rule: 'must be text/plain' });
    }
    if (!limitNetwork(sender.network, clock.now())) return problem('rate_limited', { retryAfterSeconds: 5 });
    if (overload.isOver(committer.backlog())) return problem('unavailable', { retryAfterSeconds: 10 });
    if (Buffer.byteLength(body) > MAX_BODY_BYTES) {
      return problem('too_large', { rule: `must be at most ${MAX_BODY_BYTES} bytes` });
    }
    const parsed = parseBatch(parseJson(body));
    if (!parsed.ok) return problem('bad_request', parsed.issue);
    const batch = parsed.value;
    const more = Math.floor((batch.increments.length - 1) / INCREMENTS_A_BATCH);
    if (more > 0 && !limitNetwork(sender.network, clock.now(), more))
      return problem('rate_limited', { retryAfterSeconds: 5 });
    const site = await registry.site(batch.site);
    if (site === undefined) return problem('unknown_site');
    const { origin } = sender;
    if (!mayEmbed(origin, site)) return problem('origin_not_registered', { field: 'Origin' });
    if (!limitSite(site.slug, clock.now())) {
      return problem('rate_limited', { retryAfterSeconds: 5 });
    }

    const drop: DropReason | null = sender.bot
      ? 'bot'
      : sender.gpc && batch.basis === 'default'
        ? 'gpc'
        : site.kind === 'archive'
          ? 'archive'
          : isRefusal(batch) && site.policy?.countsRefusals !== true
            ? 'refusal'
            : null;
    if (drop !== null) {
      countDrop(drop);
      return new Response(null, { status: 204 });
    }
    const { model: told, ...rest } = batch;
    const model = told !== undefined && isModel(told) ? told : sender.model;
    const begun = clock.now();
    try {
      await committer.add({
        site,
        day: arrivalDay(batch.day, site, clock.now()),
        batch: {
          ...rest,
          slices: { ...batch.slices, ...agreeing(sender.slices, told) },
          ...(model === null ? {} : { model: nameModel(model) }),
        },
        // Behind a relay that learns no address each batch stands for itself: nothing else tells them apart.
        supporter: sender.network || batch.batch,
      });
      overload.waited(clock.now() - begun);
      return new Response(null, { status: 204 });
    } catch (error) {
      if (!(error instanceof StoreUnavailableError)) throw error;
      return problem('unavailable', { retryAfterSeconds: 10 });
    }
  };
}
