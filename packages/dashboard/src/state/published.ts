/** What is published and never changes: asked for when it is first shown, and again where that failed. */
import { useEffect, useState } from 'preact/hooks';
import { ApiError } from '../api/client.ts';
import { LOADING, type Loadable } from './loadable.ts';

export interface Published<T> {
  readonly result: Loadable<T>;
  retry(): void;
}

/** @param key Of what `ask` asks for: another key asks anew, another `ask` alone does not. */
export function usePublished<T>(key: string, ask: () => Promise<T>): Published<T> {
  const [attempt, setAttempt] = useState(0);
  const [answer, setAnswer] = useState<{ readonly key: string; readonly result: Loadable<T> } | null>(null);
  useEffect(() => {
    let current = true;
    setAnswer(null);
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
    retry: () => setAttempt(attempt + 1),
  };
}
