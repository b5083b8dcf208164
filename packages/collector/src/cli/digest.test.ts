import { describe, expect, it } from 'vitest';
import { PASSWORD } from '../../test/access.ts';
import { startMailServer } from '../../test/mail-server.ts';
import { temporaryFolder } from '../../test/temporary.ts';
import { openAccounts } from '../collector.ts';
import { type Config, readConfig } from '../config.ts';
import { digest } from './digest.ts';
import { siteAdd } from './site.ts';
import { CommandError } from './terminal.ts';
import { withCore } from './with-core.ts';

const PLAN = { on: true, weekday: 1, hour: 8, language: 'en', people: [], webhook: null } as const;

async function open(env: Record<string, string> = {}) {
  const folder = temporaryFolder();
  const config: Config = readConfig({ HOLLOWAY_DATA: folder, ...env });
  const lines: string[] = [];
  const terminal = { out: (line: string) => void lines.push(line), progress: () => undefined };
  await siteAdd(folder, 'shop', { origin: ['https://shop.example'] }, terminal);
  lines.splice(0);
  return {
    folder,
    run: async (options: Parameters<typeof digest>[2] = {}) => {
      await digest(config, 'shop', options, terminal);
      return lines.splice(0).join('\n');
    },
    lines,
  };
}

const refused = async (work: Promise<unknown>): Promise<string> => {
  const error: unknown = await work.catch((thrown: unknown) => thrown);
  if (error instanceof CommandError) return error.message;
  throw new Error('the command was not refused', { cause: error });
};

describe('digest', () => {
  it('prints the last week, for people and for programs, and sends nothing', async () => {
    const { run } = await open();
    const text = await run();
    expect(text).toMatch(/^shop: .*\n\nshop, the week .*\n\nVisits: too few to tell\n/);
    expect(JSON.parse(await run({ json: true }))).toMatchObject({
      kind: 'weekly-digest',
      version: 1,
      test: false,
      site: { id: 'shop', name: 'shop', currency: 'EUR' },
      before: null,
    });
  });

  it('--send needs somebody to get it', async () => {
    const { run } = await open();
    expect(await refused(run({ send: true }))).toBe(
      'nobody is to get it: choose people or a webhook in the settings of the site',
    );
  });

  it('--send sends it to whoever is chosen, and fails where it does not arrive, naming nobody', async () => {
    const { url, taken } = await startMailServer();
    const { folder, run, lines } = await open({
      HOLLOWAY_SMTP_URL: url,
      HOLLOWAY_MAIL_FROM: 'holloway@shop.example',
    });
    const accounts = await openAccounts(folder, 'http://127.0.0.1', () => undefined);
    await accounts.addUser({ email: 'mira@shop.example', password: PASSWORD, role: 'owner' });
    const { id } = await accounts.userNamed('mira@shop.example');
    accounts.close();
    const save = (plan: object) =>
      withCore(folder, ({ store }) =>
        store.saveDigest(1, () => ({ plan: { ...PLAN, ...plan }, week: null })),
      );
    await save({ people: [id] });
    expect((await run({ send: true })).split('\n').at(-1)).toBe('people: 1 sent');
    expect(taken.map(({ to }) => to)).toEqual([['mira@shop.example']]);
    const webhook = { address: 'https://10.0.0.8/canary', secret: 'canary' };
    await save({ people: [id, 'gone'], webhook });
    expect(await refused(run({ send: true }))).toBe('it did not reach 2 of 3');
    expect(lines.slice(-3)).toEqual(['people: 1 sent', 'people: 1 gone', 'webhook: not-allowed']);
    expect(lines.join('\n')).not.toMatch(/canary|mira@/);
  });
});
