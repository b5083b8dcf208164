/** What can be shown of a site to those who see to privacy: the public list of what is counted, and the audit. */
import type { Day } from '@holloway/protocol';
import { type Api, ApiError } from './client.ts';
import { auditUrl, transparencyPath } from './consent-url.ts';

/** Of the public list, what the dashboard says again; its texts are in `language`. */
export interface Transparency {
  readonly language: string;
  readonly languages: readonly string[];
  readonly counted: readonly { readonly group: string; readonly text: string }[];
  /** Browsers behind every number. */
  readonly k: number;
  readonly retention: { readonly days: number; readonly months: number; readonly waitingDays: number };
  readonly never: readonly string[];
  readonly limits: readonly string[];
}

/** In the language of the reader where the page has it, else in the first of the site's. `null` where nothing is published. */
export async function getTransparency(
  api: Api,
  site: string,
  language: string,
): Promise<Transparency | null> {
  const ask = (query: string) => api.get<Transparency>(`${transparencyPath(site)}?format=json${query}`);
  try {
    const told = await ask('');
    const isOther = told.language !== language && told.languages.includes(language);
    return isOther ? await ask(`&language=${language}`) : told;
  } catch (error) {
    if (error instanceof ApiError && error.kind === 'missing') return null;
    throw error;
  }
}

export interface Breach {
  readonly says: string;
}

/** Promises and what to do are in English, as the command line has them. */
export interface Audit {
  readonly made: Day;
  readonly facts: readonly { readonly fact: string; readonly group: string; readonly rows: number }[];
  readonly retention: { readonly oldest: Day | null };
  readonly checks: readonly {
    readonly check: string;
    readonly promise: string;
    readonly mend: string;
    readonly breaches: readonly Breach[];
  }[];
}

/** Reads the whole file of the collector, beside it: some seconds where there is much. */
export const runAudit = (api: Api, site: string): Promise<Audit> => api.get(auditUrl(site));
