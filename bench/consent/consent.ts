/** Consent tools side by side: how much a visitor downloads, and what that costs a phone's main thread. */
import {
  type ConsentTool,
  klaro,
  NO_TOOL,
  openBrowser,
  openOurSmallShop,
  openSmallShop,
  orejime,
  type Subject,
  vanillaCookieconsent,
} from '@holloway/e2e';
import type { Figure } from '../figure.ts';
import { keptAfterRefusal, type Loading, mainThread } from './main-thread.ts';
import { consentSizes } from './sizes.ts';

const ROUNDS = { full: 15, quick: 3 };
/** Of the script, for a page load and the visit that follows: design, section 12. */
const BUDGET_MS = 15;

export async function benchConsent(quick: boolean, say: (line: string) => void): Promise<Figure[]> {
  const others: readonly ConsentTool[] = [vanillaCookieconsent(), klaro(), orejime()];
  const browser = await openBrowser();
  const opened: Subject[] = [];
  const open = async (opening: Promise<Subject>): Promise<Subject> => {
    const subject = await opening;
    opened.push(subject);
    return subject;
  };
  try {
    const ours = await open(openOurSmallShop());
    const bare: Loading = {
      name: NO_TOOL.name,
      subject: await open(openSmallShop({ tool: NO_TOOL })),
      shows: null,
    };
    const loadings: Loading[] = [];
    for (const subject of [
      ours,
      ...(await Promise.all(others.map((tool) => open(openSmallShop({ tool }))))),
    ]) {
      const [reject = null] = subject.clicks.reject;
      const kept = await keptAfterRefusal(browser, subject);
      loadings.push({ name: `${subject.name}: banner shown`, subject, shows: reject });
      loadings.push({ name: `${subject.name}: a visitor who refused`, subject, kept, shows: null });
    }
    const rounds = quick ? ROUNDS.quick : ROUNDS.full;
    say(`consent: ${rounds} rounds of ${loadings.length} pairs of page loads`);
    const budgets = { [`${ours.name}: a visitor who refused`]: BUDGET_MS };
    return [
      ...(await consentSizes(browser, ours, await keptAfterRefusal(browser, ours), others)),
      ...(await mainThread({ browser, bare, loadings, rounds, budgets })),
    ];
  } finally {
    await Promise.all(opened.map((subject) => subject.close()));
    await browser.close();
  }
}
