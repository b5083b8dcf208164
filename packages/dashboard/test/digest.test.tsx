// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createDigests } from './fixture/digest.ts';
import { type OpenDashboard, openDashboard } from './open-dashboard.tsx';

vi.setConfig({ testTimeout: 30_000 });

let open: OpenDashboard | undefined;
const dashboard = async (...asked: Parameters<typeof openDashboard>): Promise<OpenDashboard> => {
  open = await openDashboard(...asked);
  return open;
};
afterEach(() => open?.close());

const SETTINGS = '#/garden/settings';

async function pressIn(page: OpenDashboard, field: string, button: string): Promise<void> {
  const form = (await page.find(field)).closest('form') as HTMLElement;
  [...form.querySelectorAll('button')].find(({ textContent }) => textContent === button)?.click();
}

describe('the weekly digest', () => {
  it('is switched on for those who are chosen, at the time that is chosen', async () => {
    const page = await dashboard(SETTINGS);
    await page.press('input[name=on]');
    await page.press('input[name=people][value=noor]');
    const weekday = (await page.find('select[name=weekday]')) as HTMLSelectElement;
    expect([...weekday.options].map(({ textContent }) => textContent)).toEqual([
      ...['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    ]);
    weekday.value = '5';
    ((await page.find('select[name=hour]')) as HTMLSelectElement).value = '17';
    await pressIn(page, 'input[name=on]', 'Save');
    await page.find('.saved', 'It goes out every week: Friday, 17:00.');
  });

  it('shows the secret of a new webhook once', async () => {
    const page = await dashboard(SETTINGS);
    await page.type('input[name=webhook]', 'https://hooks.example/digest');
    await pressIn(page, 'input[name=webhook]', 'Save');
    await page.find('[role=status]', 'Take it now: it cannot be shown again.');
    await page.find('code', 'hwd_secret_1');
    await pressIn(page, 'input[name=webhook]', 'Save');
    await vi.waitFor(() => expect(page.text()).not.toContain('hwd_secret_1'));
    await page.press('button', 'Make another secret');
    await page.find('.sure', 'The one before no longer signs.');
    await page.press('.sure button', 'Make another secret');
    await page.find('code', 'hwd_secret_2');
  });

  it('says at its field what is wrong with a webhook', async () => {
    const page = await dashboard(SETTINGS);
    await page.type('input[name=webhook]', 'http://hooks.example/');
    await pressIn(page, 'input[name=webhook]', 'Save');
    await page.find('.field .problem', 'webhook must be an address that begins with https://.');
  });

  it('is sent as a test, and says how that went', async () => {
    const page = await dashboard(SETTINGS);
    await page.press('button', 'Send a test now');
    const told = await page.find('.saved', 'Your own address: sent');
    expect(told.textContent).toBe('Your own address: sentThe webhook: it answered 503');
  });

  it('says what to set where no mail can be sent', async () => {
    const page = await dashboard(SETTINGS, { digests: createDigests({ mail: false }) });
    await page.find('.panel', 'whoever runs the collector sets HOLLOWAY_SMTP_URL and HOLLOWAY_MAIL_FROM');
  });

  it('says how the latest went, to each', async () => {
    const latest = { week: '2026-11-16', attempts: 1, fault: null, status: null, sent: null } as const;
    const digests = createDigests({
      settings: { on: true, people: ['mira'], webhook: 'https://hooks.example/' },
      deliveries: [
        { ...latest, person: 'mira', state: 'sent', sent: '2026-11-23T07:00:12.000Z' },
        { ...latest, person: 'gone', state: 'failed', fault: 'gone' },
        { ...latest, person: null, state: 'waiting', attempts: 3, fault: 'status', status: 503 },
      ],
    });
    const page = await dashboard(SETTINGS, { digests });
    const rows = await page.find('ul[aria-label="How the latest went"]');
    const [mira, gone, webhook] = [...rows.querySelectorAll('li')].map(({ textContent }) => textContent);
    expect(mira).toMatch(/^MiraThe week of 16 Nov 2026 · last arrived 23 Nov 2026, /);
    expect(gone).toBe(
      'Somebody who is goneThe week of 16 Nov 2026 · given up: they are gone, or may not read this site any more',
    );
    expect(webhook).toBe(
      'The webhookThe week of 16 Nov 2026 · 3 attempts failed, it is tried again: it answered 503',
    );
  });

  it('is not of an archive, to which no week comes', async () => {
    const page = await dashboard('#/archive/settings');
    await page.find('.panel', 'Catalogue');
    expect(page.text()).not.toContain('Weekly digest');
    expect(page.asked.filter((url) => url.includes('/digest'))).toEqual([]);
  });
});
