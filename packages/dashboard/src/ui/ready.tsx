/** Waits for something that is on its way and hands it to its children; until then, and failing that, says so. */
import type { ComponentChildren } from 'preact';
import type { Answer } from '../state/answer.ts';
import { Failure, Skeleton } from './states.tsx';

interface ReadyProps<T> {
  readonly of: Answer<T>;
  readonly lines?: number;
  readonly children: (value: T) => ComponentChildren;
}

export function Ready<T>({ of: { result, retry }, lines = 6, children }: ReadyProps<T>) {
  if (result.state === 'loading') return <Skeleton lines={lines} />;
  if (result.state === 'failed') return <Failure error={result.error} onRetry={retry} />;
  return <>{children(result.value)}</>;
}
