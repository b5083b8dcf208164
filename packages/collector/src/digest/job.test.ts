import type { Person } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { assemble, NOON, type TestCore } from '../../test/core.ts';
import { partsOf } from '../../test/digest-parts.ts';
import { startMailServer } from '../../test/mail-server.ts';
import { seal } from '../../test/release.ts';
import { memoryStore } from '../../test/temporary.ts';
import { type Letter, MailError, type Mailer } from '../mail/mailer.ts';
import { createSmtpMailer } from '../mail/smtp.ts';
import { type DigestPlan, type StoredDelivery, WEBHOOK } from '../store/digests.ts';
import { type Store, StoreUnavailableError } from '../store/store.ts';
import { composeDigest } from './compose.ts';
import { createDigestJob, type DigestJob, type DigestJobDeps } from './job.ts';
import { type Webhook, WebhookError } from './webhook.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;
/** A Monday; the week before ends with the day before. */
const MONDAY_8 = NOON - 4 * HOUR;
const HOOK = { address: 'https://hooks.example/canary', secret: 'canary' };

const person = (id: string, more: Partial<Person> = {}): Person => ({
  id,
  email: `${id}@shop.example`,
  name: id,
  role: 'merchandiser',
  sites: ['shop'],
  secondFactor: false,
  status: 'active',
  sessions: 0,
  passkeys: 0,
  ...more,
});
const PLAN: DigestPlan = {
  on: true,
  weekday: 1,
  hour: 8,
  language: 'en',
  people: ['mira', 'noor'],
  webhook: null,
};

interface Opened extends Pick<DigestJob, 'stop'> {
  readonly core: TestCore;
  readonly letters: Letter[];
  readonly posted: { readonly id: string; readonly to: Webhook }[];
  readonly warnings: string[];
  readonly reported: unknown[];
  readonly people: Person[];
  /** As another collector on the same store, or the same one after a restart. */
  another(more?: Partial<DigestJobDeps>): ReturnType<typeof createDigestJob>;
  run(atMs: number): Promise<void>;
  deliveries(): Promise<readonly StoredDelivery[]>;
}

async function open(plan: Partial<DigestPlan> = {}, more: Partial<DigestJobDeps> = {}): Promise<Opened> {
  const core = await assemble(memoryStore());
  const site = await core.addSite();
  await seal(core, 'shop', '2026-11-22');
  await core.store.saveDigest(site.id, () => ({ plan: { ...PLAN, ...plan }, week: null }));
  const [letters, posted]: [Letter[], Opened['posted'][number][]] = [[], []];
  const [warnings, reported]: [string[], unknown[]] = [[], []];
  const people = [person('mira'), person('noor')];
  let tests = 0;
  const mailer: Mailer = { send: async (letter) => void letters.push(letter), check: async () => undefined };
  const another: Opened['another'] = (again) =>
    createDigestJob({
      ...core,
      people: async () => people,
      compose: async (_, { week }) => ({ ...composeDigest(partsOf()), week }),
      mailer,
      post: async (to, id) => void posted.push({ id, to }),
      url: null,
      newId: () => `test-${++tests}`,
      report: (error) => void reported.push(error),
      warn: (message) => void warnings.push(message),
      ...more,
      ...again,
    });
  const job = another();
  return {
    ...{ core, letters, posted, warnings, reported, people, another, stop: job.stop },
    run(atMs) {
      core.clock.ms = atMs;
      return job.run();
    },
    deliveries: () => core.store.deliveries(site.id),
  };
}

describe('the weekly digest', () => {
  it('goes to each of its people once, by their mail server, as text and as a page', async () => {
    const { url, taken } = await startMailServer();
    const { run, warnings, reported } = await open(
      {},
      { mailer: createSmtpMailer({ url, from: 'Holloway <holloway@shop.example>' }) },
    );
    for (const late of [0, 5 * MINUTE, HOUR, 30 * HOUR]) await run(MONDAY_8 + late);
    expect(taken.map(({ from, to }) => [from, to])).toEqual([
      ['holloway@shop.example', ['mira@shop.example']],
      ['holloway@shop.example', ['noor@shop.example']],
    ]);
    const [{ head, text } = { head: '', text: '' }] = taken;
    expect(head).toContain('Subject: =?UTF-8?Q?Garden_=26_Tea=3A_16_');
    expect(head).toMatch(
      /Message-ID:\s+<digest\.garden\.2026-11-16\.1795420800000\.[0-9a-f]{16}@shop\.example>/,
    );
    expect(head).toContain('Auto-Submitted: auto-generated');
    expect(head).toContain('Content-Type: multipart/alternative');
    expect(text).toContain('Content-Type: text/plain; charset=utf-8');
    expect(text).toContain('Visits: 1,204 (+8.0% on the week before');
    expect(text).toContain('Content-Type: text/html; charset=utf-8');
    expect([warnings, reported]).toEqual([[], []]);
  });

  it('is sent again the week after, and not before its hour', async () => {
    const { core, run, letters } = await open();
    await run(MONDAY_8 - 1);
    expect(letters).toEqual([]);
    await run(MONDAY_8);
    await seal(core, 'shop', '2026-11-29');
    await run(MONDAY_8 + 7 * 24 * HOUR - 1);
    expect(letters).toHaveLength(2);
    await run(MONDAY_8 + 7 * 24 * HOUR);
    expect(letters.slice(2).map(({ id, to }) => [id?.slice(0, 24), to])).toEqual([
      ['digest.garden.2026-11-23', 'mira@shop.example'],
      ['digest.garden.2026-11-23', 'noor@shop.example'],
    ]);
  });

  it('waits until the last day of the week is closed', async () => {
    const { core, run, people, letters } = await open({ on: false });
    const outlet = await core.addSite({ slug: 'outlet' });
    await seal(core, 'outlet', '2026-11-21');
    await core.store.saveDigest(outlet.id, () => ({
      plan: { ...PLAN, hour: 0, people: ['mira'] },
      week: null,
    }));
    people.splice(0, 1, person('mira', { sites: ['outlet'] }));
    await run(MONDAY_8 - 7 * HOUR);
    expect(letters).toEqual([]);
    await seal(core, 'outlet', '2026-11-22');
    await run(MONDAY_8 - 6 * HOUR);
    expect(letters.map(({ to }) => to)).toEqual(['mira@shop.example']);
  });

  it('is not sent again by a collector that starts anew, nor by another on the same store', async () => {
    const { core, another, letters } = await open();
    core.clock.ms = MONDAY_8;
    await Promise.all([another().run(), another().run(), another().run()]);
    await another().run();
    expect(letters.map(({ to }) => to).sort()).toEqual(['mira@shop.example', 'noor@shop.example']);
  });

  it('that was cut off before it was written down is sent again, under the same id', async () => {
    const { core, run, another, letters, reported, deliveries } = await open({ people: ['mira'] });
    core.clock.ms = MONDAY_8;
    const dying: Store = {
      ...core.store,
      settleDelivery: () => Promise.reject(new StoreUnavailableError('the power is gone')),
    };
    await another({ store: dying }).run();
    expect(await deliveries()).toMatchObject([{ state: 'sending', attempts: 1 }]);
    await run(MONDAY_8 + 9 * MINUTE);
    expect(letters).toHaveLength(1);
    await run(MONDAY_8 + 10 * MINUTE);
    expect(letters).toHaveLength(2);
    expect(letters[0]?.id).toBe(letters[1]?.id);
    expect(await deliveries()).toMatchObject([{ state: 'sent', attempts: 2 }]);
    expect(reported).toEqual([]);
  });

  it('goes to nobody who may not read the site any more, or never signed in', async () => {
    const { people, run, letters, warnings, deliveries } = await open({
      people: ['mira', 'noor', 'vera', 'gone', 'otto'],
    });
    people.splice(
      ...([0, 2] as const),
      person('mira'),
      person('noor', { sites: ['outlet'] }),
      person('vera', { status: 'invited' }),
      person('otto', { role: 'auditor', sites: 'all' }),
    );
    await run(MONDAY_8);
    expect(letters.map(({ to }) => to)).toEqual(['mira@shop.example']);
    expect((await deliveries()).map(({ receiver, state, fault }) => [receiver, state, fault])).toEqual([
      ['gone', 'failed', 'gone'],
      ['mira', 'sent', null],
      ['noor', 'failed', 'gone'],
      ['otto', 'failed', 'gone'],
      ['vera', 'failed', 'gone'],
    ]);
    expect(warnings).toEqual([]);
  });

  it('is not sent where it is off, nor to nobody', async () => {
    for (const plan of [{ on: false }, { people: [] }]) {
      const { run, letters, deliveries } = await open(plan);
      await run(MONDAY_8);
      expect([letters, await deliveries()]).toEqual([[], []]);
    }
  });

  it('that cannot be made now is put off, and made when it can be', async () => {
    let isReady = false;
    const { run, letters, warnings } = await open(
      {},
      {
        compose: async () => {
          if (!isReady) throw new StoreUnavailableError('the digest could not be made');
          return composeDigest(partsOf());
        },
      },
    );
    await run(MONDAY_8);
    expect(warnings).toEqual(['the weekly digest of shop was put off: the digest could not be made']);
    isReady = true;
    await run(MONDAY_8 + 5 * MINUTE);
    expect(letters).toHaveLength(2);
  });
});

it('is not begun by housekeeping that comes to it after the end, when the store is closed', async () => {
  const { core, run, stop, warnings, reported } = await open();
  await stop();
  await core.store.close();
  await run(MONDAY_8);
  expect([warnings, reported]).toEqual([[], []]);
});

it('a digest that cannot be made is given up after a day, and that is told', async () => {
  let made = 0;
  const { run, letters, warnings, reported, deliveries } = await open(
    { people: ['mira'], webhook: HOOK },
    {
      compose: async () => {
        made += 1;
        throw new StoreUnavailableError('the digest could not be made');
      },
    },
  );
  await run(MONDAY_8);
  await run(MONDAY_8 + 24 * HOUR - 1);
  expect(await deliveries()).toMatchObject([{ state: 'waiting' }, { state: 'waiting' }]);
  warnings.splice(0);
  for (const late of [24, 25, 40]) await run(MONDAY_8 + late * HOUR);
  expect(await deliveries()).toMatchObject([
    { receiver: 'mira', state: 'failed', fault: 'not-made', sent: null },
    { receiver: WEBHOOK, state: 'failed', fault: 'not-made', sent: null },
  ]);
  expect([made, letters, reported]).toEqual([2, [], []]);
  expect(warnings).toEqual([
    'the weekly digest of shop did not reach one of its people within a day, and is given up: not-made',
    'the weekly digest of shop did not reach its webhook within a day, and is given up: not-made',
  ]);
});

describe('a webhook that does not take it', () => {
  it('is tried again, longer apart each time, for a day; then that is told, without where it is', async () => {
    const attempts: number[] = [];
    const opened: Opened = await open(
      { people: ['mira'], webhook: HOOK },
      {
        post: async () => {
          attempts.push((opened.core.clock.ms - MONDAY_8) / MINUTE);
          throw new WebhookError('status', 503);
        },
      },
    );
    const { run, letters, warnings, reported, deliveries } = opened;
    for (let late = 0; late <= 40 * 60; late += 5) await run(MONDAY_8 + late * MINUTE);
    expect(attempts).toEqual([0, 5, 20, 80, 260, 620, 980, 1340]);
    expect(letters).toHaveLength(1);
    expect(warnings).toEqual([
      'the weekly digest of shop did not reach its webhook within a day, and is given up: status 503',
    ]);
    expect(reported).toEqual([]);
    expect(await deliveries()).toMatchObject([
      { receiver: 'mira', state: 'sent' },
      { receiver: WEBHOOK, state: 'failed', attempts: 8, fault: 'status', status: 503, sent: null },
    ]);
  });

  it('gets it when it does, once', async () => {
    let answers = 0;
    const { run, deliveries } = await open(
      { people: [], webhook: HOOK },
      {
        post: async (to, id) => {
          expect([to, id]).toEqual([HOOK, `garden.2026-11-16.${MONDAY_8}`]);
          answers += 1;
          if (answers < 3) throw new WebhookError('too-slow');
        },
      },
    );
    await run(MONDAY_8);
    expect(await deliveries()).toMatchObject([{ state: 'waiting', attempts: 1, fault: 'too-slow' }]);
    for (const late of [5, 20, 25, 80, 600]) await run(MONDAY_8 + late * MINUTE);
    expect(answers).toBe(3);
    expect(await deliveries()).toMatchObject([
      { state: 'sent', attempts: 3, fault: null, status: null, sent: MONDAY_8 + 20 * MINUTE },
    ]);
  });
});

it('a letter that the mail server does not take is tried again, and names nobody', async () => {
  const { run, warnings, deliveries } = await open(
    { people: ['mira'] },
    {
      mailer: {
        send: async () => {
          throw new MailError('the mail server cannot be reached (EDNS)', 'mail-unreachable');
        },
        check: async () => undefined,
      },
    },
  );
  for (const late of [0, 5, 20, 80, 260, 620, 980, 1340]) await run(MONDAY_8 + late * MINUTE);
  expect(await deliveries()).toMatchObject([{ state: 'failed', fault: 'mail-unreachable' }]);
  expect(warnings).toEqual([
    'the weekly digest of shop did not reach one of its people within a day, and is given up: mail-unreachable',
  ]);
});

it('without a mail server it waits for one for a day', async () => {
  const { run, another, letters, deliveries, core } = await open({ people: ['mira'] });
  core.clock.ms = MONDAY_8;
  await another({ mailer: null }).run();
  expect(await deliveries()).toMatchObject([{ state: 'waiting', fault: 'no-mail' }]);
  await run(MONDAY_8 + 5 * MINUTE);
  expect(letters).toHaveLength(1);
});

describe('a digest by hand', () => {
  it('goes to whoever asks and to the webhook, as a test, and leaves no trace', async () => {
    const { core, another, letters, posted, deliveries } = await open({ webhook: HOOK });
    const plan = { ...PLAN, webhook: HOOK };
    const reader = { id: 'noor', name: 'Noor', email: 'noor@shop.example' };
    expect(await another().tryOut(await core.site('shop'), plan, reader)).toEqual({
      mail: 'sent',
      webhook: 'sent',
    });
    expect(letters).toMatchObject([
      { to: 'noor@shop.example', subject: 'Test: Garden & Tea: 16 – 22 November 2026' },
    ]);
    await another().tryOut(await core.site('shop'), plan, reader);
    expect(letters.map(({ id }) => id?.slice(0, 25))).toEqual([
      'digest.garden.test.test-1',
      'digest.garden.test.test-2',
    ]);
    expect(posted).toEqual([
      { id: 'garden.test.test-1', to: HOOK },
      { id: 'garden.test.test-2', to: HOOK },
    ]);
    expect(await deliveries()).toEqual([]);
  });

  it('tells the last week that is closed, and does not use up one that is not', async () => {
    const { core, another } = await open();
    const outlet = await core.addSite({ slug: 'outlet' });
    const weeks: (readonly [slug: string, from: string])[] = [];
    const job = another({
      compose: async ({ slug }, { week }) => {
        weeks.push([slug, week.from]);
        return { ...composeDigest(partsOf()), week };
      },
    });
    const reader = { id: 'noor', name: 'Noor', email: 'noor@shop.example' };
    // Of the one no day is closed yet; of the other all but the Sunday.
    await job.tryOut(outlet, PLAN, reader);
    await seal(core, 'outlet', '2026-11-21');
    core.clock.ms = MONDAY_8 - 8 * HOUR;
    const plan = { ...PLAN, people: ['mira'] };
    await core.store.saveDigest(outlet.id, () => ({ plan, week: null }));
    await job.tryOut(await core.site('outlet'), plan, reader);
    await job.sendNow(await core.site('outlet'), plan);
    expect(weeks).toEqual([
      ['outlet', '2026-11-09'],
      ['outlet', '2026-11-09'],
      ['outlet', '2026-11-09'],
    ]);
    await seal(core, 'outlet', '2026-11-22');
    await job.sendNow(await core.site('outlet'), plan);
    expect(weeks.at(-1)).toEqual(['outlet', '2026-11-16']);
  });

  it('says what is wrong, and nothing of what is not set up', async () => {
    const { core, another } = await open();
    const reader = { id: 'noor', name: 'Noor', email: 'noor@shop.example' };
    const site = await core.site('shop');
    expect(await another({ mailer: null }).tryOut(site, PLAN, reader)).toEqual({});
    const post = async () => {
      throw new WebhookError('status', 404);
    };
    expect(await another({ mailer: null, post }).tryOut(site, { ...PLAN, webhook: HOOK }, reader)).toEqual({
      webhook: 'status',
      status: 404,
    });
  });

  it('goes to everybody where the operator says so, and then not again on time', async () => {
    const { core, another, run, letters } = await open();
    core.clock.ms = MONDAY_8 - HOUR;
    const site = await core.site('shop');
    const went = await another().sendNow(site, PLAN);
    expect([...went]).toEqual([
      ['mira', null],
      ['noor', null],
    ]);
    await run(MONDAY_8);
    expect(letters).toHaveLength(2);
    core.clock.ms = MONDAY_8 + HOUR;
    await another().sendNow(site, PLAN);
    expect(letters).toHaveLength(4);
    // Under other ids: what is sent once more is no double.
    expect(new Set(letters.map(({ id }) => id)).size).toBe(4);
  });
});
