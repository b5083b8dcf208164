/**
 * Every request of the dashboard: session, sites, slices, reports, statements. Failures become one `ApiError`.
 * Holds no state; what is cached and shown is the business of state/.
 */
import type {
  Language,
  Problem,
  Report,
  ReportName,
  SignedStatement,
  SiteSummary,
  StatementList,
  Wording,
} from '@holloway/protocol';
import { statementsUrl, statementUrl, wordingUrl } from './consent-url.ts';
import { type ReportQuery, reportUrl } from './report-url.ts';

export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

export interface User {
  readonly name: string | null;
  readonly email: string;
}

export type FailureKind = 'signed-out' | 'unreachable' | 'missing' | 'refused';

/**
 * `signed-out`: the session ended. `unreachable`: no answer came. `missing`: there is no such thing. `refused`: any other
 * answer that is not 2xx.
 */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly kind: FailureKind;
  constructor(kind: FailureKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}

export interface Api {
  /** `null` when nobody is signed in. */
  getUser(): Promise<User | null>;
  /** Rejects with kind `signed-out` when the pair is wrong. */
  signIn(email: string, password: string): Promise<void>;
  signOut(): Promise<void>;
  getSites(): Promise<readonly SiteSummary[]>;
  /** Most visited first, `*` not among them. */
  getSlices(site: string): Promise<readonly string[]>;
  getReport<R extends ReportName>(query: ReportQuery<R>): Promise<Report<R>>;
  /** Oldest first; `null` where none is published. */
  getStatements(site: string): Promise<StatementList | null>;
  getStatement(site: string, id: string): Promise<SignedStatement>;
  getWording(site: string, id: string, language: Language): Promise<Wording>;
}

const KINDS: { readonly [status: number]: FailureKind } = { 401: 'signed-out', 404: 'missing' };

async function failureOf(response: Response): Promise<ApiError> {
  const body = (await response.json().catch(() => null)) as (Partial<Problem> & { message?: unknown }) | null;
  const said = body?.title ?? body?.message;
  const rule = body?.rule === undefined ? '' : `: ${body.field ?? ''} ${body.rule}`;
  const message = typeof said === 'string' ? said + rule : `The collector answered ${response.status}.`;
  return new ApiError(KINDS[response.status] ?? 'refused', message);
}

export function createApi(fetch: Fetch): Api {
  // The collector serves the dashboard and is trusted to answer in the shapes of the protocol.
  async function request<T>(url: string, init?: RequestInit): Promise<T> {
    let response: Response;
    try {
      response = await fetch(url, { credentials: 'same-origin', ...init });
    } catch (cause) {
      throw new ApiError('unreachable', 'The collector cannot be reached.', { cause });
    }
    if (!response.ok) throw await failureOf(response);
    return (await response.json()) as T;
  }
  const post = (url: string, body: object): Promise<unknown> =>
    request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  return {
    async getUser() {
      const answer = await request<{ user: User } | null>('/api/auth/get-session');
      return answer?.user ?? null;
    },
    async signIn(email, password) {
      await post('/api/auth/sign-in/email', { email, password });
    },
    async signOut() {
      await post('/api/auth/sign-out', {});
    },
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
  };
}
