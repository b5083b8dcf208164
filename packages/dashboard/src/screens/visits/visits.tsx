/** When visits are made, how long they last, and after how long visitors come back. */
import { Durations } from './durations.tsx';
import { Returns } from './returns.tsx';
import { WeekPanel } from './week-panel.tsx';

export const Visits = () => (
  <>
    <WeekPanel />
    <div class="side-by-side">
      <Durations />
      <Returns />
    </div>
  </>
);
