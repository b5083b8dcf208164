/** How busy the shop is, by day, what is seen most, and what waits. */
import { useViewer } from '../../state/viewer.ts';
import { lazy } from '../../ui/lazy.tsx';
import { TopCategories, TopPages } from './most-viewed.tsx';
import { Trends } from './trends.tsx';
import { WhatWaits } from './what-waits.tsx';

/** Most who come look at the figures first. */
const OpenActions = lazy(async () => (await import('./open-actions.tsx')).OpenActions);

export function Overview() {
  const { byLink } = useViewer();
  return (
    <>
      <Trends />
      <div class="side-by-side">
        <TopCategories />
        <TopPages />
      </div>
      {byLink !== true && <OpenActions />}
      <WhatWaits />
    </>
  );
}
