/** How busy the shop is, by day, what is seen most, and what waits. */
import { TopCategories, TopPages } from './most-viewed.tsx';
import { Trends } from './trends.tsx';
import { WhatWaits } from './what-waits.tsx';

export function Overview() {
  return (
    <>
      <Trends />
      <div class="side-by-side">
        <TopCategories />
        <TopPages />
      </div>
      <WhatWaits />
    </>
  );
}
