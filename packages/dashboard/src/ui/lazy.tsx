/** A component that is fetched when it is first shown, or before, where somebody knows that it will be. */
import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ApiError } from '../api/client.ts';
import { t } from '../words/words.ts';
import { Failure, Skeleton } from './states.tsx';

export type Lazy<Props> = ComponentType<Props> & {
  /** Does nothing where it is there, or on its way. What fails is fetched again when it is shown. */
  fetchAhead(): void;
};

/** @param waiting What stands there meanwhile; default: lines. */
export function lazy<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  waiting: () => ComponentChildren = () => <Skeleton lines={10} />,
): Lazy<Props> {
  let Loaded: ComponentType<Props> | null = null;
  let coming: Promise<void> | null = null;
  const fetchIt = (): Promise<void> => {
    coming ??= load().then(
      (component) => {
        Loaded = component;
      },
      (error: unknown) => {
        coming = null;
        throw error;
      },
    );
    return coming;
  };
  function Lazy(props: Props) {
    const [attempt, setAttempt] = useState(0);
    const [failed, setFailed] = useState(false);
    const [, setLoaded] = useState(Loaded !== null);
    useEffect(() => {
      if (Loaded !== null) return;
      fetchIt().then(
        () => setLoaded(true),
        () => setFailed(true),
      );
    }, [attempt]);
    if (Loaded !== null) return <Loaded {...props} />;
    if (!failed) return <>{waiting()}</>;
    const retry = (): void => {
      setFailed(false);
      setAttempt(attempt + 1);
    };
    return (
      <Failure
        error={new ApiError('unreachable', t('A part of the dashboard did not load.'))}
        onRetry={retry}
      />
    );
  }
  return Object.assign(Lazy, { fetchAhead: () => void fetchIt().catch(() => {}) });
}
