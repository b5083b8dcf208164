import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { factOf } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { assemble } from '../../test/core.ts';
import { exported, linesOf, pastShop, reportsOf } from '../../test/exported.ts';
import { openStore, temporaryFolder } from '../../test/temporary.ts';
import { holds, verifyChain } from '../consent/chain.ts';
import { checkExport } from './check-export.ts';
import type { Cell } from './export-format.ts';
import { importSite } from './import-site.ts';
import { parseLine } from './parse-export.ts';

const database = () => join(temporaryFolder(), 'holloway.sqlite');
const objects = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { readonly [key: string]: unknown });

/** The same file with other lines, and an end that fits them. */
function rewritten(text: string, change: (lines: string[]) => string[]): string {
  const lines = change(text.trim().split('\n').slice(0, -1));
  const body = lines.map((line) => `${line}\n`).join('');
  const sha256 = createHash('sha256').update(body).digest('hex');
  return `${body}${JSON.stringify({ end: { lines: lines.length, sha256 } })}\n`;
}

const replaced = (text: string, pattern: string | RegExp, by: string): string =>
  rewritten(text, (lines) => {
    const at = lines.findIndex((line) =>
      typeof pattern === 'string' ? line.includes(pattern) : pattern.test(line),
    );
    expect(at).toBeGreaterThanOrEqual(0);
    return lines.with(at, (lines[at] ?? '').replace(pattern, by));
  });

async function taken(text: string) {
  const checked = await checkExport(linesOf(text));
  if (!checked.ok) return { refused: `${checked.issue.field} ${checked.issue.rule}` };
  const core = await assemble(openStore(database()));
  await importSite(core, checked.value, linesOf(text));
  return { core };
}

const refusal = async (text: string) => (await taken(text)).refused;

describe('a site that is exported and taken in elsewhere', { timeout: 30_000 }, () => {
  it('answers every report as it did where it was, in every slice, months and all', async () => {
    const before = await pastShop(database());
    const { core } = await taken(await exported(before));
    if (core === undefined) throw new Error('the export was refused');
    const told = await reportsOf(before);
    expect(told.length).toBeGreaterThan(100);
    expect(await reportsOf(core)).toEqual(told);
  });

  it('is exported again as the same file', async () => {
    const before = await exported(await pastShop(database()));
    const { core } = await taken(before);
    if (core === undefined) throw new Error('the export was refused');
    expect(await exported(core)).toBe(before);
  });

  it('has its settings, catalogue and chain of statements, which verify there', async () => {
    const before = await pastShop(database());
    const { core } = await taken(await exported(before));
    if (core === undefined) throw new Error('the export was refused');
    const [was, is] = [await before.site('shop'), await core.site('shop')];
    expect({ ...is, id: was.id, namesForgotten: was.namesForgotten }).toEqual(was);
    const entries = await core.store.catalogue(is.id);
    expect(entries).toContainEqual({ kind: 'page', text: '/c', label: 'Kettles', category: 'kettles' });
    const verdicts = await verifyChain(await core.store.statements(is.id), await core.store.publicKeys());
    expect(verdicts.map(holds)).toEqual([true]);
  });

  it('counts on from there', async () => {
    const { core } = await taken(await exported(await pastShop(database())));
    if (core === undefined) throw new Error('the export was refused');
    const site = await core.site('shop');
    expect(await core.store.openDays(site.id)).toEqual([]);
    await core.sealer.sealThrough('shop', (site.sealedThrough ?? 0) + 5);
    expect((await core.site('shop')).sealedThrough).toBe((site.sealedThrough ?? 0) + 5);
  });
});

describe('an export', { timeout: 30_000 }, () => {
  it('has no cell with fewer than k browsers behind it, nor a name of one', async () => {
    const core = await pastShop(database());
    const text = await exported(core);
    const cells: Cell[] = [];
    for await (const line of linesOf(text)) {
      const parsed = parseLine(line, { id: 'shop' });
      if (parsed.ok && parsed.value.kind === 'cell') cells.push(parsed.value.cell);
    }
    const standing = cells.filter(({ fact }) => factOf(fact).describes === undefined);
    expect(standing.length).toBeGreaterThan(20);
    expect(Math.min(...standing.map(({ measures }) => measures.reach))).toBeGreaterThanOrEqual(3);
    expect(Math.min(...standing.map(({ measures }) => measures.people))).toBeGreaterThanOrEqual(3);
    // What waits is declared, and named as such; but no cell is of it, nor of the day that is open.
    expect(cells.filter(({ dimensions }) => dimensions.includes('/rare'))).toEqual([]);
    expect(cells.filter(({ day }) => day > '2026-09-05')).toEqual([]);
    expect(text).not.toContain('/open');
    expect(text).toContain('/sent');
  });

  it('has its lines in an order that tells nothing of which came first', async () => {
    const text = await exported(await pastShop(database()));
    const cells = objects(text).flatMap(({ cell }) => (cell === undefined ? [] : [cell as Cell[]]));
    const pages = cells.filter(
      ([fact, slice, day]) => `${fact} ${slice} ${day}` === 'page.view * 2026-08-27',
    );
    expect(pages.map((cell) => cell[3])).toEqual([['/a'], ['/c'], ['/sent']]);
  });

  it('is not whole where a month is added up meanwhile, and then is none', async () => {
    const core = await pastShop(database());
    const { exportSite } = await import('./export-site.ts');
    const chunks = exportSite(core, await core.site('shop'));
    let text = '';
    const readOn = async () => {
      for await (const chunk of chunks) text += chunk;
    };
    await core.retainer.retain(Date.parse('2026-12-24T12:00:00Z'));
    await expect(readOn()).rejects.toThrow('export again');
    expect(text).not.toContain('"end"');
  });
});

describe('a file', { timeout: 30_000 }, () => {
  let made: Promise<string> | null = null;
  /** The same for all. */
  const sample = (): Promise<string> => {
    made ??= pastShop(database()).then(exported);
    return made;
  };

  it.each<{ what: string; change: (text: string) => string; says: string }>([
    {
      what: 'that was cut',
      change: (text) => text.split('\n').slice(0, -9).join('\n'),
      says: 'file must be a whole export',
    },
    {
      what: 'in which a number was changed',
      change: (text) => text.replace(/,7,7,7,0\]/, ',8,7,7,0]'),
      says: 'the file was changed or cut',
    },
    { what: 'that goes on after its end', change: (text) => `${text}{}\n`, says: 'it comes after the end' },
    {
      what: 'of another kind',
      change: () => '{"some":"file"}\n',
      says: 'line 1: holloway must be there: this is no export of a site',
    },
    { what: 'that is no text of ours', change: () => '\u0000\u0001\n', says: 'line 1: ' },
    { what: 'that is empty', change: () => '', says: 'line 1: ' },
    {
      what: 'of a later version',
      change: (text) => replaced(text, '"v":2,"site"', '"v":3,"site"'),
      says: 'line 1: v must be 1 or 2',
    },
    {
      what: 'with a k below what any site may have',
      change: (text) => replaced(text, '"k":3', '"k":2'),
      says: 'site.k must be a whole number from 3',
    },
    {
      what: 'with an unknown setting',
      change: (text) => replaced(text, '"k":3', '"k":3,"more":1'),
      says: 'site.more is not known',
    },
    {
      what: 'with a row of fewer browsers than any collector makes',
      change: (text) => replaced(text, /(\["page.view".*),\d+,0\]/, '$1,2,0]'),
      says: 'cell.reach must be at least 3',
    },
    {
      what: 'with a negative count',
      change: (text) => replaced(text, /(\["page.view".*),\d+,\d+,\d+,0\]/, '$1,-1,7,7,0]'),
      says: 'cell.n must be',
    },
    {
      what: 'with a fact that nobody counts',
      change: (text) => replaced(text, '{"cell":["page.view"', '{"cell":["page.seen"'),
      says: 'cell.fact must be',
    },
    {
      what: 'with a slice that combines two',
      change: (text) => replaced(text, '"device:phone"', '"device:phone+country:DE"'),
      says: 'cell.slice must be',
    },
    {
      what: 'with dimensions of another fact',
      change: (text) => replaced(text, '["/a"]', '["/a","/b"]'),
      says: 'cell.dimensions must be those of its fact',
    },
    {
      what: 'with a row of what has no name',
      change: (text) => replaced(text, '["/a"]', '["(other)"]'),
      says: 'cell.dimensions must name something',
    },
    {
      what: 'with a day that is not sealed',
      change: (text) => replaced(text, '2026-08-27",["/a"]', '2026-09-06",["/a"]'),
      says: 'cell.day must not be after sealedThrough',
    },
    {
      what: 'with a day of a month that is one',
      change: (text) => replaced(text, '2026-05-01",["/a"]', '2026-05-02",["/a"]'),
      says: 'cell.day must be the first of a month',
    },
    {
      what: 'with a statement that was changed',
      change: (text) => replaced(text, '"countsMonths":25', '"countsMonths":24'),
      says: 'statement must be as it was signed',
    },
    {
      what: 'without the key that signed',
      change: (text) => rewritten(text, (lines) => lines.filter((line) => !line.startsWith('{"key"'))),
      says: 'statement must be as it was signed',
    },
    {
      what: 'of which a wording is missing',
      change: (text) => rewritten(text, (lines) => lines.filter((line) => !line.startsWith('{"wording"'))),
      says: 'wording must be there',
    },
    {
      what: 'under another name',
      change: (text) => replaced(text, '"id":"shop"', '"id":"other"'),
      says: 'statement must be of the site of the export',
    },
  ])('$what is refused, and says why', async ({ change, says }) => {
    expect(await refusal(change(await sample()))).toContain(says);
  });

  it('never has its values repeated where it is refused', async () => {
    const canary = 'somebody@example.org';
    const changes = [/("page.view",)"[^"]*"/, '"/a"', '"EUR"', '"IANA"'].map(
      (pattern) => (lines: string) => lines.replace(pattern, `"${canary}"`),
    );
    for (const change of changes) expect((await refusal(change(await sample()))) ?? '').not.toContain(canary);
  });
});

describe('the work with a site that is exported', { timeout: 30_000 }, () => {
  const MADE = { author: 'mira', made: 20_000 };
  const view = { id: 'v-1', name: 'Kettles', address: '#/shop/pages?slice=device%3Aphone', ...MADE };
  const note = { id: 'n_1', day: 20_001, text: 'New order', ...MADE };
  const step = { state: 'done', reason: null, day: 20_001, author: 'mira', changed: 20_002 } as const;

  async function worked() {
    const core = await pastShop(database());
    const { id } = await core.site('shop');
    await core.store.addView(id, view, 1);
    await core.store.addNote(id, note, 1);
    await core.store.addStep(id, 'move:/a|b', { ...step, state: 'planned', day: null }, ROOM);
    await core.store.addStep(id, 'move:/a|b', step, ROOM);
    return core;
  }
  const ROOM = { actions: 1, history: 2 };

  it('is in the file without anybody who did it', async () => {
    const text = await exported(await worked());
    expect(
      objects(text).filter((line) => 'view' in line || 'annotation' in line || 'action' in line),
    ).toEqual([
      { view: { id: 'v-1', name: 'Kettles', address: view.address, made: '2024-10-04' } },
      { annotation: { id: 'n_1', day: '2024-10-05', text: 'New order', made: '2024-10-04' } },
      {
        action: {
          id: 'move:/a|b',
          history: [
            { state: 'done', reason: null, day: '2024-10-05', changed: '2024-10-06' },
            { state: 'planned', reason: null, day: null, changed: '2024-10-06' },
          ],
        },
      },
    ]);
    expect(text).not.toContain('mira');
  });

  it('is taken in, by nobody here, and exported again as the same file', async () => {
    const text = await exported(await worked());
    const { core } = await taken(text);
    if (core === undefined) throw new Error('the export was refused');
    const { id } = await core.site('shop');
    expect(await core.store.views(id)).toEqual([{ ...view, author: null }]);
    expect(await core.store.notes(id, { from: 0, to: 100_000 })).toEqual([{ ...note, author: null }]);
    expect((await core.store.actions(id))[0]?.history[0]).toEqual({ ...step, author: null });
    expect(await exported(core)).toBe(text);
  });

  it('is none in a file of version 1, which is taken in all the same', async () => {
    const { core } = await taken(replaced(await exported(await pastShop(database())), '"v":2', '"v":1'));
    expect(await core?.store.views((await core.site('shop')).id)).toEqual([]);
  });

  it.each([
    ['"address":"#/shop/', '"address":"#/other/', 'view.address must begin with #/shop/'],
    ['"address":"#/shop/', '"address":"https://shop/', 'view.address must begin with #/shop/'],
    ['"name":"Kettles"', '"name":""', 'view.name must have 1 to 80 characters'],
    ['"name":"Kettles"', '"name":"Kettles","more":1', 'view must be as docs/export-format.md has it'],
    ['"id":"v-1"', '"id":"v 1"', 'view.id must be letters'],
    ['"text":"New order"', '"text":7', 'annotation.text must be text'],
    ['"day":"2024-10-05","text"', '"day":"2024-13-05","text"', 'annotation.day must be a date'],
    ['"id":"move:/a|b"', '"id":"MOVE:/a|b"', 'action.id must be one that the advice may make'],
    ['"state":"done"', '"state":"gone"', 'action.history must be as docs/export-format.md has it'],
    [/"history":.*\]/, '"history":[]', 'action.history must be as docs/export-format.md has it'],
  ] as const)('is refused where %s is %s', async (pattern, by, says) => {
    expect(await refusal(replaced(await exported(await worked()), pattern, by))).toContain(says);
  });

  it('is refused where two have one id', async () => {
    const text = await exported(await worked());
    const twice = rewritten(text, (lines) =>
      lines.flatMap((line) => (line.startsWith('{"view"') ? [line, line] : [line])),
    );
    expect(await refusal(twice)).toContain('views must have ids of their own');
  });
});

describe('an import', { timeout: 30_000 }, () => {
  it('that is interrupted leaves no site, and its rows are cleared at the next start', async () => {
    const text = await exported(await pastShop(database()));
    const checked = await checkExport(linesOf(text));
    if (!checked.ok) throw new Error('the export was refused');
    const core = await assemble(openStore(database()));
    const stopped = importSite(core, checked.value, linesOf(text), () => {
      throw new Error('the power went');
    });
    await expect(stopped).rejects.toThrow('the power went');
    expect(await core.registry.sites()).toEqual([]);
    const [id = 0] = await core.store.leftovers(true);
    expect(await core.store.sealedAfter(id, null, 1)).toHaveLength(1);
    await core.retainer.clear(true);
    expect([await core.store.sealedAfter(id, null, 1), await core.store.terms(id)]).toEqual([[], []]);
    // What was being written meanwhile is told, and adds nothing.
    await expect(core.store.receive(id, [], [])).rejects.toThrow('tidied it up');
    const again = await importSite(core, checked.value, linesOf(text));
    expect(again.id).not.toBe(id);
  });

  it('under way is left alone by the housekeeping of a collector that serves', async () => {
    const core = await assemble(openStore(database()));
    const id = await core.store.expect();
    await core.retainer.clear(false);
    await core.store.receive(id, [], []);
    expect(await core.store.leftovers(true)).toEqual([id]);
  });
});
