/** Sends what is drawn, many at a time, and judges the answers. */
import { MARK } from './hostile.ts';
import type { Drawn } from './requests.ts';
import { isForeseen } from './target.ts';

export interface Answer {
  readonly status: number;
  /** Headers and body. */
  readonly text: string;
}

export interface Finding {
  readonly what: 'no answer' | 'a 5xx that is none of ours' | 'a value in an answer';
  readonly drawn: Pick<Drawn, 'route' | 'method' | 'path'>;
  readonly status: number | null;
}

/** Staff are told the name of a field that they misspelt, where it could be one of ours. */
const MISSPELT = /"field":"[\w.[\]]*","rule":"is not known"/g;

/** What is wrong with an answer; `null` where nothing is. */
function judge(drawn: Drawn, { status, text }: Answer): Finding | null {
  if (status >= 500 && status !== 503) return { what: 'a 5xx that is none of ours', drawn, status };
  // What was taken may be told again to those who may ask; what was refused may not.
  if (status >= 400 && text.replaceAll(MISSPELT, '').includes(MARK))
    return { what: 'a value in an answer', drawn, status };
  return null;
}

export interface Tried {
  readonly inputs: number;
  readonly findings: readonly Finding[];
  readonly byStatus: ReadonlyMap<number, number>;
  readonly routes: ReadonlySet<string>;
}

const AT_ONCE = 32;
/** What is kept of findings: the first are enough to look into. */
const MOST_FINDINGS = 100;

/** @param send Resolves with the answer; what it rejects with counts as none. */
export async function run(
  inputs: number,
  draw: () => Drawn,
  send: (drawn: Drawn) => Promise<Answer>,
): Promise<Tried> {
  const findings: Finding[] = [];
  const byStatus = new Map<number, number>();
  const routes = new Set<string>();
  let left = inputs;
  const one = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const drawn = draw();
      routes.add(drawn.route);
      const answer = await send(drawn).catch(() => null);
      if (answer !== null) byStatus.set(answer.status, (byStatus.get(answer.status) ?? 0) + 1);
      const finding =
        answer === null ? ({ what: 'no answer', drawn, status: null } as const) : judge(drawn, answer);
      if (finding !== null && findings.length < MOST_FINDINGS) findings.push(finding);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return { inputs, findings, byStatus, routes };
}

type Fetch = (request: Request, env: object) => Response | Promise<Response>;

/** Asks without a socket. */
export const sendTo =
  (fetch: Fetch, url: string) =>
  async ({ method, path, headers, body, address }: Drawn): Promise<Answer> => {
    const declared = body === null ? {} : { 'content-length': String(body.length) };
    const request = new Request(`${url}${path}`, { method, headers: { ...headers, ...declared }, body });
    const response = await fetch(request, { incoming: { socket: { remoteAddress: address } } });
    const head = JSON.stringify([...response.headers]);
    try {
      return { status: response.status, text: `${head}${await response.text()}` };
    } catch (error) {
      if (!isForeseen(error)) throw error;
      return { status: 503, text: head };
    }
  };
