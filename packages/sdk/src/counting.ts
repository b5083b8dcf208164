/**
 * Takes down what is seen and sends it: wires record and transport to one page. What of it fails is counted too.
 * Does not know what there is to see (watch-page), nor of consent.
 */
import type { Basis, SiteConfig } from '@holloway/protocol';
import { readModel, viewportOf } from './capture/device.ts';
import type { Tap } from './debug/debug-feed.ts';
import { quietly } from './quietly.ts';
import { createExclusively } from './record/exclusive.ts';
import type { Seen } from './record/memory.ts';
import { createRecorder, type Recorder } from './record/recorder.ts';
import type { KeyValueStore } from './storage.ts';
import { createNonce, encodeBodies } from './transport/bodies.ts';
import { createOutbox } from './transport/outbox.ts';
import { createPending } from './transport/pending.ts';
import { createSend } from './transport/send.ts';
import type { ObservationOf } from './visit/observation.ts';

const SOON_MS = 1_000;

type Fault = ObservationOf<'fault'>['reason'];

export interface Counting extends Recorder {
  /** Resolves once it is counted, or could not be. */
  record(seen: Seen): Promise<void>;
  /** Sends what is counted. @param isLast The page is being left. */
  flush(isLast: boolean): Promise<void>;
  /** Sends again what went out with the page before, whose answer nobody could hear. */
  resend(): void;
  /** Counts an error of ours: each reason once a view. */
  fail(reason: Fault): void;
  /** Work whose errors are counted, and heard of by nobody. */
  guard<A extends unknown[]>(reason: Fault, work: (...args: A) => unknown): (...args: A) => Promise<void>;
  /** Another view begins. */
  nextView(): void;
}

export interface CountingDeps {
  readonly window: Window & typeof globalThis;
  /** `chosen` by the visitor, or on by default; may change while the page is open. */
  basis(): Basis;
  /** With the statement that the visitor agreed to. */
  readonly config: SiteConfig;
  /** Where the service is, ending with a slash. */
  readonly collector: string;
  /** Shared by the tabs of a browser. */
  readonly shared: KeyValueStore;
  /** Of this tab. */
  readonly own: KeyValueStore;
  /** Looks on, for a developer. */
  readonly tap?: Tap | undefined;
}

/** @param signal Once it is aborted nothing is counted, stored or sent. */
export function createCounting(deps: CountingDeps, signal: AbortSignal): Counting {
  const { window, basis, config, collector, shared, own, tap } = deps;
  const { site, statement, offsets } = config;
  const { navigator } = window;

  const later = (work: () => void) => window.setTimeout(work, SOON_MS);
  const waiting = createPending();
  const pending = tap?.pending(waiting) ?? waiting;
  const recorder = createRecorder({
    store: shared,
    exclusively: createExclusively(navigator.locks),
    pending,
    offsets,
    signal,
    now: Date.now,
    elapsed: () => window.performance.now(),
    viewport: () => viewportOf(window.innerWidth),
    later,
    onFault: (fault) => tap?.onSeen(fault, () => {}),
  });
  const outbox = createOutbox({
    store: own,
    send: createSend(tap?.net ?? window, `${collector}v1/collect`, signal, later),
    signal,
    now: Date.now,
  });

  const record = quietly(async (seen: Seen) => {
    tap?.onSeen(seen, recorder.record);
    await recorder.record(seen);
    if (pending.isFull()) flush(false);
  });
  let faults = new Set<Fault>();
  const fail = (reason: Fault): void => {
    if (faults.has(reason)) return;
    faults.add(reason);
    record({ kind: 'fault', reason });
  };
  const guard: Counting['guard'] = (reason, work) =>
    quietly(async (...args) => {
      try {
        await work(...args);
      } catch (error) {
        fail(reason);
        throw error;
      }
    });

  let model: string | undefined;
  guard('device', async () => {
    model = await readModel(navigator);
  })();
  const nonce = () => createNonce(window.crypto);
  const flush = guard('send', (isLast: boolean) => {
    const envelope = { site, statement, basis: basis(), ...(model ? { model } : {}) };
    outbox.add(pending.take().flatMap((taken) => encodeBodies(taken, envelope, nonce)));
    return outbox.flush(isLast);
  });

  return {
    record,
    recordSoon: quietly((seen: Seen) => {
      tap?.onSeen(seen, recorder.record);
      recorder.recordSoon(seen);
    }),
    recordNow(...seen) {
      for (const one of seen) tap?.onSeen(one, recorder.record);
      recorder.recordNow(...seen);
    },
    flush,
    resend: guard('send', () => outbox.flush(false)),
    fail,
    guard,
    nextView() {
      faults = new Set();
    },
  };
}
