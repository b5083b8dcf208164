/** People, keys and the log of access from the command line. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { temporaryFolder } from '../../test/temporary.ts';
import { accessLog } from './access-log.ts';
import { siteAdd } from './site.ts';
import { keyAdd, keyList, keyRevoke, userAdd, userList, userRemove, userSet } from './staff.ts';
import { CommandError, type Terminal } from './terminal.ts';

const MAIN = join(import.meta.dirname, 'main.ts');
const OWNER = 'owner@shop.example';
const MIRA = 'mira@shop.example';

async function open() {
  const folder = temporaryFolder();
  const lines: string[] = [];
  const terminal: Terminal = { out: (line) => void lines.push(line), progress: () => undefined };
  await siteAdd(folder, 'shop', { origin: ['https://shop.example'] }, terminal);
  lines.length = 0;
  const run = async (work: (folder: string, terminal: Terminal) => Promise<void>): Promise<string[]> => {
    await work(folder, terminal);
    return lines.splice(0);
  };
  const add = (email: string, role: string, site: readonly string[] = []) =>
    run((data, out) => userAdd(data, email, { role, site }, out));
  return { folder, run, add };
}

const refused = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof CommandError) return error.message;
  throw new Error('the command was not refused', { cause: error });
};

describe('user', () => {
  it('add makes a password and prints it once', async () => {
    const { add } = await open();
    expect(await add(OWNER, 'owner')).toEqual([
      expect.stringMatching(/^Added\. Password, shown once: [\w-]{16}$/),
    ]);
  });

  it('list says who may see what', async () => {
    const { add, run } = await open();
    await add(OWNER, 'owner');
    await add(MIRA, 'merchandiser', ['shop']);
    await run((data, out) =>
      userAdd(data, 'noor@shop.example', { role: 'auditor', site: [], allSites: true }, out),
    );
    await add('new@shop.example', 'analyst');
    expect(await run(userList)).toEqual([
      'mira@shop.example\tmerchandiser\tshop',
      'new@shop.example\tanalyst\tno site',
      'noor@shop.example\tauditor\tall sites',
      'owner@shop.example\towner\tall sites',
    ]);
  });

  it('set changes what is given, and makes a link', async () => {
    const { add, run } = await open();
    await add(MIRA, 'merchandiser');
    const set = (changes: object) => run((data, out) => userSet(data, MIRA, { site: [], ...changes }, out));
    expect(await set({ role: 'analyst', site: ['shop'] })).toEqual(['Set.']);
    expect(await run(userList)).toEqual(['mira@shop.example\tanalyst\tshop']);
    expect(await set({ name: 'Mira' })).toEqual(['Set.']);
    expect(await run(userList)).toEqual(['mira@shop.example\tanalyst\tshop']);
    expect(await set({ link: true, signOut: true, forgetSecondFactor: true })).toEqual([
      'Set.',
      expect.stringMatching(
        /^To set a password, once, within 72 hours: http:\/\/127\.0\.0\.1:8787\/#\/set-password\/\w+$/,
      ),
    ]);
  });

  it('makes no link to a port that is not known', async () => {
    vi.stubEnv('PORT', '0');
    onTestFinished(() => void vi.unstubAllEnvs());
    const { add, run } = await open();
    await add(MIRA, 'merchandiser');
    const linking = run((data, out) => userSet(data, MIRA, { site: [], link: true }, out));
    expect(await refused(linking)).toBe(
      'HOLLOWAY_URL must be set for a link: with PORT 0 it is not known where it leads',
    );
  });

  it('remove leaves an owner', async () => {
    const { add, run } = await open();
    await add(OWNER, 'owner');
    await add(MIRA, 'merchandiser');
    expect(await run((data, out) => userRemove(data, MIRA, out))).toEqual(['Removed.']);
    expect(await refused(run((data, out) => userRemove(data, OWNER, out)))).toBe(
      'account must not be that of the last owner',
    );
    expect(await refused(run((data, out) => userRemove(data, MIRA, out)))).toBe(
      'account must be one that there is',
    );
  });

  it('refuses a role and a site that there are not', async () => {
    const { add } = await open();
    expect(await refused(add(MIRA, 'canary'))).toBe(
      'role must be one of owner, analyst, merchandiser, auditor',
    );
    expect(await refused(add(MIRA, 'analyst', ['canary']))).toContain('there is no such site');
  });
});

describe('key', () => {
  const add = (permission: readonly string[], more: object = {}) => {
    const options = { site: ['shop'], permission, ...more };
    return (data: string, out: Terminal) => keyAdd(data, 'reports', options, out);
  };

  it('add prints it alone; list says where, until when and when it was last used', async () => {
    const { run } = await open();
    const [key = ''] = await run(add(['read'], { days: '30' }));
    expect(key).toMatch(/^hw_[A-Za-z]{64}$/);
    const [line = ''] = await run(keyList);
    const until = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    expect(line.split('\t').slice(1)).toEqual([
      'reports',
      `${key.slice(0, 6)}…`,
      'read',
      'shop',
      `until ${until}`,
      'never used',
    ]);
  });

  it('revoke takes it away', async () => {
    const { run } = await open();
    await run(add(['import', 'read']));
    const [id = ''] = (await run(keyList))[0]?.split('\t') ?? [];
    expect(await run((data, out) => keyRevoke(data, id, out))).toEqual(['Revoked.']);
    expect(await run(keyList)).toEqual([]);
    expect(await refused(run((data, out) => keyRevoke(data, id, out)))).toBe(
      'key must be the id of one that there is',
    );
  });

  it.each([
    [[], {}, 'permission must be one of read, import, metrics, and be given at least once'],
    [['read', 'canary'], {}, 'permission must be one of read, import, metrics, and be given at least once'],
    [['people'], {}, 'permission must be one of read, import, metrics, and be given at least once'],
    [['read'], { site: ['canary'] }, 'there is no such site; `holloway site list` shows those there are'],
    [['read'], { days: 'canary' }, 'days must be a whole number from 1 to 3650'],
  ])('add refuses %j with %j', async (permission, more, says) => {
    const { run } = await open();
    expect(await refused(run(add(permission, more)))).toBe(says);
    expect(await run(keyList)).toEqual([]);
  });
});

describe('access-log', () => {
  const log =
    (more: object = {}) =>
    (data: string, out: Terminal) =>
      accessLog(data, { limit: '200', ...more }, out);

  it('has what was done from the command line', async () => {
    const { add, run } = await open();
    await add(OWNER, 'owner');
    await run((data, out) => keyAdd(data, 'reports', { site: [], permission: ['read'] }, out));
    const lines = (await run(log())).map((line) => line.split('\t'));
    expect(lines.map(([, ...rest]) => rest).sort()).toEqual([
      ['command line', 'granted', 'holloway key add', '', 'reports read', '1×'],
      ['command line', 'granted', 'holloway user add', '', 'owner@shop.example owner', '1×'],
    ]);
    for (const [minute] of lines) expect(minute).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/);
    expect(await run(log({ to: '2026-01-01' }))).toEqual([]);
    expect(await run(log({ site: 'shop' }))).toEqual([]);
    expect(await run(log({ limit: '1' }))).toHaveLength(1);
  });

  it.each([
    [{ from: 'canary' }, 'from must be a date such as 2026-11-27'],
    [{ to: 'canary' }, 'to must be a date such as 2026-11-27'],
    [{ limit: '0' }, 'limit must be a whole number from 1'],
  ])('refuses %j', async (options, says) => {
    const { run } = await open();
    expect(await refused(run(log(options)))).toBe(says);
  });
});

// As processes of their own, for standard input is theirs.
describe.concurrent('standard input', { timeout: 60_000 }, () => {
  function start(words: readonly string[], data: string) {
    const child = spawn(process.execPath, [MAIN, ...words], {
      env: { ...process.env, HOLLOWAY_DATA: data },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    return { child, said: text(child.stdout), exit: once(child, 'exit') };
  }

  it('that stays open keeps no command waiting', async ({ expect }) => {
    const { child, said, exit } = start(['user', 'add', OWNER, '--role', 'owner'], temporaryFolder());
    expect(await exit).toEqual([0, null]);
    expect(await said).toContain('Password, shown once: ');
    child.stdin.end();
  });

  it('is read for a password when that is asked for, which is not printed', async ({ expect }) => {
    const words = ['user', 'add', OWNER, '--role', 'owner', '--password-stdin'];
    const { child, said, exit } = start(words, temporaryFolder());
    child.stdin.end('a sunken lane worn\n');
    expect(await exit).toEqual([0, null]);
    expect(await said).toBe('Added.\n');
  });
});
