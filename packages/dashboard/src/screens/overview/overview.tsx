/** How busy the shop is, by day, what is seen most, and what waits. */
import { useViewer } from '../../state/viewer.ts';
import { type Lazy, lazy } from '../../ui/lazy.tsx';
import { Happened } from './annotated-trend.tsx';
import { TopCategories, TopPages } from './most-viewed.tsx';
import { Trends } from './trends.tsx';

/** Most who come look at the figures first. */
const OpenActions = lazy(async () => (await import('./open-actions.tsx')).OpenActions);
const WhatWaits = lazy(async () => (await import('./what-waits.tsx')).WhatWaits);
const WhatChanged = lazy(async () => (await import('./what-changed.tsx')).WhatChanged);

function OverviewScreen() {
  const { byLink } = useViewer();
  return (
    <>
      <Trends />
      <WhatChanged />
      <div class="side-by-side">
        <TopCategories />
        <TopPages />
      </div>
      {byLink !== true && <OpenActions />}
      <WhatWaits />
    </>
  );
}

const PARTS = [Happened, WhatChanged, OpenActions, WhatWaits];

export const Overview: Lazy<object> = Object.assign(OverviewScreen, {
  fetchAhead() {
    for (const part of PARTS) part.fetchAhead();
  },
});
