/** How busy the shop is, by day, what is seen most, and what waits. */
import { useViewer } from '../../state/viewer.ts';
import { type Lazy, lazy } from '../../ui/lazy.tsx';
import { Happened } from './annotated-trend.tsx';
import { TopCategories, TopPages } from './most-viewed.tsx';
import { Trends } from './trends.tsx';

/** Most who come look at the figures first. */
const OpenActions = lazy(async () => (await import('./later.ts')).OpenActions);
const WhatWaits = lazy(async () => (await import('./later.ts')).WhatWaits);
const WhatChanged = lazy(async () => (await import('./later.ts')).WhatChanged);

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
