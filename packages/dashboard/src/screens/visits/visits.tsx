/** When visits are made, how long they last, after how long visitors come back, and what of them nobody can tell. */
import { Durations } from './durations.tsx';
import { NotAnswered } from './not-answered.tsx';
import { Returns } from './returns.tsx';
import { WeekPanel } from './week-panel.tsx';

export const Visits = () => (
  <>
    <WeekPanel />
    <div class="side-by-side">
      <Durations />
      <Returns />
    </div>
    <NotAnswered />
  </>
);
