/** What the collector answers to a question: asked when it is first shown, and again on request or where that failed. */
import { useEffect, useState } from 'preact/hooks';
import { ApiError } from '../api/client.ts';
import { LOADING, type Loadable } from './loadable.ts';

export interface Answer<T> {
  readonly result: Loadable<T>;
  /** Asks again; an answer that is there stays meanwhile. */
  retry(): void;
}

/** @param key Of what `ask` asks for: another key asks anew, another `ask` alone does not. */
export function useAnswer<T>(key: string, ask: () => Promise<T>): Answer<T> {
  const [attempt, setAttempt] = useState(0);
  const [answer, setAnswer] = useState<{ readonly key: string; readonly result: Loadable<T> } | null>(null);
  useEffect(() => {
    let current = true;
    ask().then(
      (value) => current && setAnswer({ key, result: { state: 'ready', value } }),
      (error: unknown) => {
        if (!(error instanceof ApiError)) throw error;
        if (current) setAnswer({ key, result: { state: 'failed', error } });
      },
    );
    return () => {
      current = false;
    };
  }, [key, attempt]);
  return {
    // Of the key before, it would be shown under the wrong name for a moment.
    result: answer?.key === key ? answer.result : LOADING,
    retry() {
      if (answer?.result.state === 'failed') setAnswer(null);
      setAttempt(attempt + 1);
    },
  };
}
