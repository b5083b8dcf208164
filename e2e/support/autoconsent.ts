/**
 * A browser with DuckDuckGo's autoconsent in it: its own content script, and what its browser does behind that. Tells
 * what became of it; what should have is for the test to say.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { AutoConsentCMPRule, Config, ContentScriptMessage } from '@duckduckgo/autoconsent';
import type { Page } from 'playwright-core';

const PACKAGE = dirname(createRequire(import.meta.url).resolve('@duckduckgo/autoconsent'));
const CONTENT_SCRIPT = readFileSync(join(PACKAGE, 'autoconsent.playwright.js'), 'utf8');

export interface Answering {
  readonly rules: readonly AutoConsentCMPRule[];
  readonly action: 'optOut' | 'optIn';
  /** To know a banner without a rule for it. */
  readonly heuristics: boolean;
}

export interface Answered {
  /** The rules that took the page for theirs. */
  readonly detected: readonly string[];
  readonly result: boolean | null;
  /** `null` where there was none. */
  readonly selfTest: boolean | null;
  readonly errors: readonly unknown[];
}

const configOf = ({ action, heuristics }: Answering): Partial<Config> => ({
  enabled: true,
  autoAction: action,
  disabledCmps: [],
  enablePrehide: false,
  enableCosmeticRules: false,
  enableGeneratedRules: false,
  enableHeuristicDetection: heuristics,
  heuristicMode: heuristics ? 'reject' : 'off',
  // The first look is without heuristics, the second with them; further ones wait for the page to change.
  detectRetries: 1,
});

/**
 * Lets it answer the banner of the page that is open.
 * @returns Resolves once it has answered and looked at what it did, or has given up looking for a banner.
 */
export async function letAutoconsentAnswer(page: Page, answering: Answering): Promise<Answered> {
  const detected: string[] = [];
  const errors: unknown[] = [];
  let result: boolean | null = null;
  let canTest = false;
  let end: (selfTest: boolean | null) => void = () => {};
  const answered = new Promise<Answered>((resolve) => {
    end = (selfTest) => resolve({ detected, result, selfTest, errors });
  });
  const tell = (message: unknown): Promise<void> =>
    page.evaluate(`autoconsentReceiveMessage(${JSON.stringify(message)})`);

  await page.exposeFunction('autoconsentSendMessage', async (message: ContentScriptMessage) => {
    switch (message.type) {
      case 'init':
        await tell({
          type: 'initResp',
          config: configOf(answering),
          rules: { autoconsent: answering.rules },
        });
        break;
      case 'eval': // of a rule, in the page's own world
        await tell({ type: 'evalResp', id: message.id, result: await page.evaluate(message.code) });
        break;
      case 'cmpDetected':
        detected.push(message.cmp);
        break;
      case 'autoconsentError':
        errors.push(message.details);
        break;
      case 'optOutResult':
      case 'optInResult':
        ({ result, scheduleSelfTest: canTest } = message);
        if (!result) end(null);
        break;
      case 'autoconsentDone':
        if (canTest) await tell({ type: 'selfTest' });
        else end(null);
        break;
      case 'selfTestResult':
        end(message.result);
        break;
      case 'report':
        if (message.state.lifecycle === 'nothingDetected') end(null);
    }
  });
  await page.evaluate(CONTENT_SCRIPT);
  return answered;
}
