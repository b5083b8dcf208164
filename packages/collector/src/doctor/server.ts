/** Whether the collector answers under the address that browsers use, and answers as it should. Asks it as they would. */
import { VERSION } from '../version.ts';
import { type Finding, ok, warning, wrong } from './finding.ts';

const PATIENCE_MS = 5_000;

export type Ask = (url: string, init: RequestInit) => Promise<Response>;

async function answerOf(ask: Ask, url: string, init: RequestInit = {}): Promise<Response | null> {
  try {
    return await ask(url, { redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS), ...init });
  } catch {
    return null; // nobody answers: what that means is the caller's
  }
}

async function ready(ask: Ask, url: string): Promise<Finding> {
  const answer = await answerOf(ask, `${url}/readyz`);
  if (answer?.status === 200) return ok('it answers, and can take counts');
  return answer?.status === 503
    ? wrong(
        'it answers that it cannot take counts',
        'its log says why: most often the disk is full or cannot be written',
      )
    : wrong('it does not answer under its address', 'check HOLLOWAY_URL, the front server and the firewall');
}

/** Two collectors, or a cache, behind one address show here. */
async function sameVersion(ask: Ask, url: string): Promise<Finding> {
  const answer = await answerOf(ask, `${url}/openapi.json`);
  const about = (await answer?.json().catch(() => null)) as { info?: { version?: string } } | null;
  return about?.info?.version === VERSION
    ? ok(`version ${VERSION} runs`)
    : warning(
        `another version than ${VERSION} answers`,
        'restart the collector after an update, and empty the cache before it',
      );
}

/** What stands before it may take headers away or add its own. */
async function untouched(ask: Ask, url: string): Promise<readonly Finding[]> {
  const page = await answerOf(ask, `${url}/`);
  const script = await answerOf(ask, `${url}/holloway.js`);
  const policy = page?.headers.get('Content-Security-Policy') ?? '';
  return [
    page?.status !== 200
      ? warning('there is no dashboard under its address', 'build it: npm run build')
      : policy.includes("default-src 'self'")
        ? ok('the dashboard comes with its policy')
        : wrong(
            'the dashboard comes without its Content-Security-Policy',
            'let the front server pass the header on as it is',
          ),
    script?.status !== 200
      ? wrong('there is no script under its address', 'build it: npm run build')
      : script.headers.has('Set-Cookie')
        ? wrong(
            'the script comes with a cookie: every visitor gets it before they are asked',
            'let the front server set none here',
          )
        : ok('the script comes without a cookie'),
  ];
}

/** @param url Without a trailing slash. */
export const examineServer = async (url: string, ask: Ask): Promise<readonly Finding[]> => {
  const first = await ready(ask, url);
  if (first.level === 'wrong') return [first];
  return [first, await sameVersion(ask, url), ...(await untouched(ask, url))];
};
