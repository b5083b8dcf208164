/** A component that is fetched when it is first shown. */
import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ApiError } from '../api/client.ts';
import { t } from '../words/words.ts';
import { Failure, Skeleton } from './states.tsx';

/** @param waiting What stands there meanwhile; default: lines. */
export function lazy<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  waiting: () => ComponentChildren = () => <Skeleton lines={10} />,
): ComponentType<Props> {
  let Loaded: ComponentType<Props> | null = null;
  return function Lazy(props) {
    const [attempt, setAttempt] = useState(0);
    const [failed, setFailed] = useState(false);
    const [, setLoaded] = useState(Loaded !== null);
    useEffect(() => {
      if (Loaded !== null) return;
      load().then(
        (component) => {
          Loaded = component;
          setLoaded(true);
        },
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
  };
}
