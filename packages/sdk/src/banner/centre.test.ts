// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CONFIG } from '../../test/config.ts';
import { createSigner, keySetOf, signedBy, statementOf } from '../../test/signed.ts';
import {
  CHOSEN,
  FILMS,
  mapStore,
  messagesWith,
  NOTHING,
  UNDECIDED,
  uiDeps,
  WORDING,
} from '../../test/ui-deps.ts';
import { centreOf } from './centre.ts';
import { createKit } from './kit.ts';

const COLOUR = {
  key: 'colour',
  label: { en: 'Your colour', de: 'Ihre Farbe' },
  values: [
    { value: 'sage', label: { en: 'Sage' } },
    { value: 'ink', label: { de: 'Tinte' } },
  ],
} as const;

function centreWith(given: Parameters<typeof uiDeps>[0] = {}) {
  const core = uiDeps(given);
  const centre = centreOf(core, createKit(core), () => centre.remove())();
  document.body.append(centre);
  const boxes = [...centre.querySelectorAll<HTMLInputElement>('input')];
  return {
    core,
    centre,
    boxes,
    press: (action: string) => centre.querySelector<HTMLElement>(`[data-holloway-action=${action}]`)?.click(),
    button: (text: string) =>
      [...centre.querySelectorAll('button')].find(({ textContent }) => textContent === text),
    outcome: () => centre.querySelector('[role=status]')?.textContent,
    /** Opens a section and waits for what is in it. */
    async section(name: 'held' | 'receipt') {
      const details = centre.querySelector(`[data-holloway-${name}]`) as HTMLDetailsElement;
      details.open = false;
      details.open = true;
      await vi.waitFor(() => expect(details.querySelectorAll('p,button').length).toBeGreaterThan(0));
      return details;
    },
  };
}

beforeEach(() => {
  document.body.innerHTML = '<main><h1>Shop</h1></main>';
});
afterEach(() => vi.restoreAllMocks());

describe('the privacy centre', () => {
  it('is a named dialog with one heading, which can be closed', () => {
    const { centre, button } = centreWith();
    centre.showModal();
    expect([centre.ariaLabel, centre.querySelector('h2')?.textContent]).toEqual(['open', 'open']);
    button('close')?.click();
    expect(centre.isConnected).toBe(false);
  });

  it('ticks nothing for a visitor who has not chosen', () => {
    const { boxes } = centreWith({ status: { ...UNDECIDED, objection: true } });
    expect(boxes.map(({ type, name, checked }) => [type, name, checked])).toEqual([
      ['checkbox', 'preferences', false],
      ['checkbox', 'analytics', false],
      ['checkbox', 'marketing', false],
    ]);
  });

  it('ticks what is on, by choice or where the jurisdiction has it so', () => {
    const { boxes } = centreWith({ status: { ...UNDECIDED, choices: CHOSEN.choices, basis: 'default' } });
    expect(boxes.map(({ checked }) => checked)).toEqual([true, true, false]);
  });

  it('gives every box a name and says what it is for', () => {
    const { centre, boxes } = centreWith();
    expect(boxes.map(({ labels }) => labels?.[0]?.textContent)).toEqual([
      'preferences',
      'analytics',
      'marketing',
    ]);
    for (const purpose of [
      'necessaryPurpose',
      'preferencesPurpose',
      'analyticsPurpose',
      'marketingPurpose',
    ]) {
      expect(centre.textContent).toContain(purpose);
    }
  });

  it('has no box for what is always on, nor for what is not asked', () => {
    const { centre, boxes } = centreWith({ config: { ...CONFIG, categories: ['analytics'] } });
    expect(boxes).toHaveLength(1);
    expect(centre.querySelector('legend')?.textContent).toBe('necessary · alwaysOn');
  });

  it('saves what is ticked', () => {
    const { core, boxes, press } = centreWith({ status: CHOSEN });
    boxes[1]?.click();
    boxes[2]?.click();
    press('save');
    expect(core.calls).toEqual([
      ['choose', { preferences: true, analytics: false, marketing: true }, 'centre'],
    ]);
  });

  it.each([
    { action: 'reject', choices: NOTHING },
    { action: 'accept', choices: { preferences: false, analytics: true, marketing: false } },
  ])('takes an answer to everything that is asked as well: $action', ({ action, choices }) => {
    const { core, press } = centreWith({ config: { ...CONFIG, categories: ['analytics'] } });
    press(action);
    expect(core.calls).toEqual([['choose', choices, 'centre']]);
  });

  it('says what was chosen, and that an objection by the browser is honoured', () => {
    const { centre } = centreWith({ status: { ...CHOSEN, objection: true } });
    const said = [...centre.querySelectorAll('.holloway-body > p')].map(({ textContent }) => textContent);
    expect(said).toEqual(['chosen', 'objection', 'change']);
  });

  it('names the controller, and the whole policy where there is one', () => {
    const controller = {
      name: 'Store Ltd',
      contact: ['1 Mill Lane'],
      policy: 'https://store.example/privacy',
    };
    const { centre } = centreWith({ wording: { ...WORDING, controller } });
    const address = centre.querySelector('address');
    expect(address?.textContent).toBe('Store Ltd1 Mill Lanepolicy');
    expect(address?.querySelector('a')?.outerHTML).toBe(
      '<a href="https://store.example/privacy" target="_blank" rel="noopener noreferrer">policy</a>',
    );
  });

  it('says what is counted, how long, and for whom', () => {
    const messages = messagesWith({ retention: '{duration}.', remembered: 'For {duration}.' });
    const { centre } = centreWith({
      wording: { ...WORDING, messages },
      config: { ...CONFIG, countsMonths: 12 },
    });
    const counted = centre.querySelector('fieldset details');
    expect([...(counted?.querySelectorAll('li') ?? [])].map(({ textContent }) => textContent)).toEqual([
      'visits',
      'pages',
      'paths',
      'layout',
      'search',
      'purchases',
      'device',
      'country',
      'source',
      'consent',
      'tests',
    ]);
    expect(counted?.textContent).toContain('12 months. recipients');
    expect(centre.textContent).toContain('For 6 months.');
  });

  it.each([
    { duration: null, kept: 'f_*: 30 daysf_now: session' },
    { duration: 'one summer', kept: 'one summerf_*: 30 daysf_now: session' },
  ])('says of a service who, what for, which data and how long: $kept', ({ duration, kept }) => {
    const cookies = [
      { name: 'f_*', days: 30 },
      { name: 'f_now', days: 0 },
    ];
    const { centre } = centreWith({
      config: { ...CONFIG, services: [{ id: 'films', category: 'marketing', cookies }] },
      wording: { ...WORDING, services: [{ ...FILMS, duration }] },
    });
    expect([...centre.querySelectorAll('dt,dd')].map(({ textContent }) => textContent)).toEqual([
      'provider',
      'Films Ltd',
      'purpose',
      'Shows films.',
      'data',
      'The address of your connection.',
      'duration',
      kept,
    ]);
    expect(centre.querySelector<HTMLAnchorElement>('fieldset a')?.href).toBe('https://films.example/privacy');
  });
});

describe('what a visitor states of their own will', () => {
  const config = { ...CONFIG, preferences: [COLOUR] };
  const shared = () => mapStore({ 'holloway.preferences': '{"colour":"ink"}' });

  it('is asked nowhere where the store asks about nothing', () => {
    expect(centreWith({ status: CHOSEN }).centre.querySelector('select')).toBeNull();
  });

  it('shows what is held, in words, with no answer first', () => {
    const { centre } = centreWith({ status: CHOSEN, config, shared: shared() });
    const select = centre.querySelector('select');
    expect(select?.labels?.[0]?.textContent).toContain('Your colour');
    expect([...(select?.options ?? [])].map(({ value, text }) => [value, text])).toEqual([
      ['', 'noAnswer'],
      ['sage', 'Sage'],
      ['ink', 'Tinte'],
    ]);
    expect(select?.value).toBe('ink');
  });

  it('is changed and taken back at once, and said to be', () => {
    const { core, centre, outcome } = centreWith({ status: CHOSEN, config, shared: shared() });
    const select = centre.querySelector('select') as HTMLSelectElement;
    for (const value of ['sage', '']) {
      select.value = value;
      select.dispatchEvent(new Event('change'));
    }
    expect(core.calls).toEqual([
      ['state', 'colour', 'sage'],
      ['state', 'colour', null],
    ]);
    expect(outcome()).toBe('saved');
  });

  it('cannot be answered while the visitor does not agree that answers are kept', () => {
    const { centre } = centreWith({ config });
    const fieldset = centre.querySelector('select')?.closest('fieldset');
    expect(fieldset?.disabled).toBe(true);
    expect(fieldset?.textContent).toContain('preferencesPurpose');
  });
});

describe('everything held', () => {
  const shared = () => mapStore({ 'holloway.choice': '{"v":1}' });
  const own = () => mapStore({ 'holloway.sent': '["{}"]' });

  it('can be read', async () => {
    const { section } = centreWith({ status: CHOSEN, shared: shared(), own: own() });
    const held = await section('held');
    expect([...held.querySelectorAll('pre')].map(({ textContent }) => textContent)).toEqual([
      'holloway.choice\n\n{"v":1}',
      'holloway.sent\n\n{}',
    ]);
  });

  it('is said to be nothing where it is', async () => {
    expect((await centreWith().section('held')).textContent).toBe('heldheldNothing');
  });

  it('can be copied', async () => {
    const writeText = vi.fn(async (_: string) => {});
    vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue({ writeText } as unknown as Clipboard);
    const { section, button, outcome } = centreWith({ status: CHOSEN, shared: shared(), own: own() });
    await section('held');
    button('copy')?.click();
    await vi.waitFor(() => expect(outcome()).toBe('copied'));
    expect(JSON.parse(writeText.mock.lastCall?.[0] ?? '')).toEqual({
      'holloway.choice': '{"v":1}',
      'holloway.sent': '{}',
    });
  });

  it('is selected where the clipboard is not to be had, and not said to be copied', async () => {
    const writeText = () => Promise.reject(new DOMException('No.', 'NotAllowedError'));
    vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue({ writeText } as unknown as Clipboard);
    const { section, button, outcome } = centreWith({ status: CHOSEN, shared: shared() });
    const held = await section('held');
    button('copy')?.click();
    await vi.waitFor(() => expect(window.getSelection()?.toString()).toContain('{"v":1}'));
    expect(held.querySelector('details details, details div details')).not.toBeNull();
    expect(outcome()).toBe('');
  });

  it('can be erased: nothing is ticked or shown of it any more, and the focus stays in the dialog', async () => {
    const { core, centre, section, button, outcome } = centreWith({
      status: CHOSEN,
      shared: shared(),
      own: own(),
    });
    await section('held');
    button('erase')?.click();
    expect(core.calls).toEqual([['eraseAll']]);
    expect(outcome()).toBe('erased');
    expect(centre.querySelectorAll('input:checked, [data-holloway-receipt]')).toHaveLength(0);
    expect(document.activeElement).toBe(centre);
    expect((await section('held')).textContent).toBe('heldheldNothing');
  });
});

describe('the receipt', () => {
  const ADDRESS = 'https://stats.example/v1/';
  const wording = { ...WORDING, services: [FILMS] };
  let published: { [url: string]: unknown };
  let asked: { url: string; init: RequestInit | undefined }[];

  /** Publishes a statement. @returns Its id. */
  async function publish(): Promise<string> {
    const signer = await createSigner();
    const signed = await signedBy(signer, await statementOf(wording));
    published[`${ADDRESS}sites/store/statements/${signed.id}`] = signed;
    published[`${ADDRESS}keys.json`] = keySetOf(signer);
    return signed.id;
  }

  const receiptIn = (section: Element) => JSON.parse(section.querySelector('pre')?.textContent ?? '');

  beforeEach(() => {
    published = {};
    asked = [];
    vi.spyOn(window, 'fetch').mockImplementation(async (url, init) => {
      asked.push({ url: String(url), init });
      const found = published[String(url)];
      return { ok: found !== undefined, json: async () => found } as Response;
    });
  });

  it('is not there before a choice', () => {
    expect(centreWith().centre.querySelector('[data-holloway-receipt]')).toBeNull();
  });

  it('is asked for without a cookie and without a referrer, when one looks and not before', async () => {
    const statement = await publish();
    const { section } = centreWith({ status: CHOSEN, wording, config: { ...CONFIG, statement } });
    expect(asked).toEqual([]);
    await section('receipt');
    const init = { credentials: 'omit', referrerPolicy: 'no-referrer' };
    expect(asked).toEqual([
      { url: `${ADDRESS}sites/store/statements/${statement}`, init },
      { url: `${ADDRESS}keys.json`, init },
    ]);
  });

  it('has a number of its own, every time, that nobody else has', async () => {
    const statement = await publish();
    const numbers = new Set<string>();
    for (let i = 0; i < 2; i++) {
      const { section } = centreWith({ status: CHOSEN, wording, config: { ...CONFIG, statement } });
      numbers.add(receiptIn(await section('receipt')).receiptId);
    }
    expect([...numbers].map((id) => /^[0-9a-f]{32}$/.test(id))).toEqual([true, true]);
  });

  it('is of the statement that was refused, and its text, though there is a newer one', async () => {
    const old = await publish();
    published[`${ADDRESS}sites/store/statements/${old}/en.json`] = wording;
    const choice = { v: 1, statement: old, choices: NOTHING, day: '2026-11-23' };
    const { section } = centreWith({
      status: { ...CHOSEN, state: 'rejected', choices: NOTHING },
      shared: mapStore({ 'holloway.choice': JSON.stringify(choice) }),
    });
    expect(receiptIn(await section('receipt')).notice.statement).toBe(old);
  });

  it('can be downloaded', async () => {
    const statement = await publish();
    const { section, button } = centreWith({ status: CHOSEN, wording, config: { ...CONFIG, statement } });
    const blobs: Blob[] = [];
    vi.spyOn(window.URL, 'createObjectURL').mockImplementation((blob) => {
      blobs.push(blob as Blob);
      return 'blob:receipt';
    });
    const revoked = vi.spyOn(window.URL, 'revokeObjectURL').mockReturnValue();
    const saved: string[] = [];
    vi.spyOn(window.HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      saved.push(`${this.href} ${this.download}`);
    });
    const shown = receiptIn(await section('receipt'));
    button('download')?.click();
    expect(saved).toEqual([`blob:receipt holloway-receipt-${statement}.json`]);
    expect(JSON.parse((await blobs[0]?.text()) ?? '')).toEqual(shown);
    expect(revoked).toHaveBeenCalledWith('blob:receipt');
  });

  it('can be printed, and leaves nothing behind', async () => {
    const statement = await publish();
    const { section, button } = centreWith({ status: CHOSEN, wording, config: { ...CONFIG, statement } });
    const printed: (string | null | undefined)[] = [];
    const print = () => printed.push(document.querySelector('#holloway-print')?.textContent);
    Object.defineProperty(window, 'print', { value: print, configurable: true });
    await section('receipt');
    button('print')?.click();
    expect(printed[0]).toContain('Store Ltd');
    expect(printed[0]).toContain('☐ marketing: marketingPurpose');
    window.dispatchEvent(new Event('afterprint'));
    expect(document.querySelector('#holloway-print')).toBeNull();
  });

  it('is verified, and said to be', async () => {
    const statement = await publish();
    const { section, button, outcome } = centreWith({
      status: CHOSEN,
      wording,
      config: { ...CONFIG, statement },
    });
    await section('receipt');
    button('verify')?.click();
    await vi.waitFor(() => expect(outcome()).toBe('verified'));
  });

  it('is said not to be what was published where it is not', async () => {
    const statement = await publish();
    const { section, button, outcome } = centreWith({ status: CHOSEN, config: { ...CONFIG, statement } });
    await section('receipt');
    button('verify')?.click();
    await vi.waitFor(() => expect(outcome()).toBe('notVerified'));
  });

  it('is asked for again, when one looks again, where the service did not answer', async () => {
    const { centre, section } = centreWith({ status: CHOSEN, wording });
    const details = centre.querySelector('[data-holloway-receipt]') as HTMLDetailsElement;
    details.open = true;
    await vi.waitFor(() => expect(asked).toHaveLength(2));
    expect(details.querySelector('pre')).toBeNull();
    const signer = await createSigner();
    const signed = await signedBy(signer, await statementOf(wording));
    published[`${ADDRESS}sites/store/statements/c9f1d2a4`] = signed;
    published[`${ADDRESS}keys.json`] = keySetOf(signer);
    expect(receiptIn(await section('receipt')).signedStatement).toEqual(signed);
  });
});
