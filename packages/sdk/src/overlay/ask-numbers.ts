/** Asks the service for the numbers of a page, with a code that is then used up. */
import type { OverlayAnswer, OverlayQuestion } from '@holloway/protocol';
import { ANONYMOUS } from '../transport/anonymous.ts';

const FORBIDDEN = 403;

/** `over`: the code works no more, whatever the reason. */
export type Asked = OverlayAnswer | 'over' | 'unreachable';

/** @param collector Where the service is, ending with a slash. */
export async function askNumbers(
  { fetch }: Pick<Window, 'fetch'>,
  collector: string,
  question: OverlayQuestion,
): Promise<Asked> {
  try {
    const answer = await fetch(`${collector}v1/overlay`, {
      method: 'POST',
      body: JSON.stringify(question), // of a string: text/plain;charset=UTF-8
      cache: 'no-store',
      ...ANONYMOUS,
    });
    if (answer.ok) return (await answer.json()) as OverlayAnswer;
    return answer.status === FORBIDDEN ? 'over' : 'unreachable';
  } catch {
    return 'unreachable';
  }
}
