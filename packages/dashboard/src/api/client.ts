/**
 * Every request of the dashboard: account, sites, slices, reports, statements. Failures become one `ApiError`.
 * Holds no state; what is cached and shown is the business of state/. What is asked about people and keys: access.ts.
 */
import type {
  Account,
  Language,
  Problem,
  Report,
  ReportName,
  SignedStatement,
  SiteSummary,
  StatementList,
  Wording,
} from '@holloway/protocol';
import { t } from '../words/words.ts';
import { statementsUrl, statementUrl, wordingUrl } from './consent-url.ts';
import { type ReportQuery, reportUrl } from './report-url.ts';

export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

export type FailureKind = 'signed-out' | 'unreachable' | 'missing' | 'forbidden' | 'refused';

export interface Refusal {
  readonly status: number;
  /** Which field of what was sent is at fault, and the rule it breaks. */
  readonly field?: string | undefined;
  readonly rule?: string | undefined;
  /** Where more than one rule is broken: all of them. */
  readonly errors?: Problem['errors'];
  /** When to try again. */
  readonly waitSeconds?: number | undefined;
}

/**
 * `signed-out`: the session ended. `unreachable`: no answer came. `missing`: there is no such thing. `forbidden`: not for
 * this account. `refused`: any other answer that is not 2xx.
 */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly kind: FailureKind;
  /** `undefined` where no answer came. */
  readonly refusal: Refusal | undefined;
  constructor(kind: FailureKind, message: string, options?: ErrorOptions & { readonly refusal?: Refusal }) {
    super(message, options);
    this.kind = kind;
    this.refusal = options?.refusal;
  }
}

export interface Api {
  /** What is answered without a body is undefined. */
  get<T>(url: string): Promise<T>;
  send<T = void>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, body?: object): Promise<T>;
  /** `null` when nobody is signed in. */
  getAccount(): Promise<Account | null>;
  signOut(): Promise<void>;
  getSites(): Promise<readonly SiteSummary[]>;
  /** Most visited first, `*` not among them. */
  getSlices(site: string): Promise<readonly string[]>;
  getReport<R extends ReportName>(query: ReportQuery<R>): Promise<Report<R>>;
  /** Oldest first; `null` where none is published. */
  getStatements(site: string): Promise<StatementList | null>;
  getStatement(site: string, id: string): Promise<SignedStatement>;
  getWording(site: string, id: string, language: Language): Promise<Wording>;
  getFile(url: string): Promise<Blob>;
}

const KINDS: { readonly [status: number]: FailureKind } = {
  401: 'signed-out',
  403: 'forbidden',
  404: 'missing',
};

async function failureOf(response: Response): Promise<ApiError> {
  const { status, headers } = response;
  const { title, field, rule, errors } = ((await response.json().catch(() => null)) ??
    {}) as Partial<Problem>;
  const about = rule === undefined ? '' : `: ${field ?? ''} ${rule}`;
  const message = title === undefined ? t('The collector answered {status}.', { status }) : title + about;
  const wait = headers.get('retry-after');
  const waitSeconds = wait === null ? undefined : Number(wait);
  // Where a field is named, that is at fault, not who one is.
  const kind = field === undefined ? KINDS[status] : undefined;
  return new ApiError(kind ?? 'refused', message, { refusal: { status, field, rule, errors, waitSeconds } });
}

interface ApiOptions {
  /** Told when an answer says that the session ended. */
  readonly onSignedOut?: () => void;
  /** Of a link to a view: it asks in place of whoever is signed in. */
  readonly token?: string;
}

export function createApi(fetch: Fetch, { onSignedOut, token }: ApiOptions = {}): Api {
  const proof: RequestInit =
    token === undefined
      ? { credentials: 'same-origin' }
      : { credentials: 'omit', headers: { authorization: `Bearer ${token}` } };
  async function ask(url: string, init?: RequestInit): Promise<Response> {
    let response: Response;
    try {
      response = await fetch(url, { ...proof, ...init });
    } catch (cause) {
      throw new ApiError('unreachable', t('The collector cannot be reached.'), { cause });
    }
    if (!response.ok) {
      const failure = await failureOf(response);
      if (failure.kind === 'signed-out') onSignedOut?.();
      throw failure;
    }
    return response;
  }
  // The collector serves the dashboard and is trusted to answer in the shapes of the protocol.
  async function request<T>(url: string, init?: RequestInit): Promise<T> {
    const text = await (await ask(url, init)).text();
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }
  const send: Api['send'] = (method, url, body = {}) =>
    request(url, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  return {
    get: request,
    send,
    // Of the session first: an account that is not there would be told as a fault, and browsers write that down.
    getAccount: async () =>
      (await request('/api/auth/get-session')) === null ? null : request('/v1/account'),
    signOut: () => send('POST', '/api/auth/sign-out'),
    async getSites() {
      return (await request<{ sites: SiteSummary[] }>('/v1/sites')).sites;
    },
    async getSlices(site) {
      const url = `/v1/sites/${encodeURIComponent(site)}/slices`;
      return (await request<{ slices: string[] }>(url)).slices.filter((slice) => slice !== '*');
    },
    getReport: (query) => request(reportUrl(query)),
    getStatements: (site) =>
      request<StatementList>(statementsUrl(site)).catch((error: unknown) => {
        if (error instanceof ApiError && error.kind === 'missing') return null;
        throw error;
      }),
    getStatement: (site, id) => request(statementUrl(site, id)),
    getWording: (site, id, language) => request(wordingUrl(site, id, language)),
    getFile: async (url) => (await ask(url)).blob(),
  };
}
