/** The week by hours: the deeper the colour, the more visits began in that hour. A table, so it reads as one. */
import type { Report } from '@holloway/protocol';
import { formatCount } from '../../model/format.ts';
import { HOURS, weekOf } from '../../model/week.ts';
import { useReport } from '../../state/view.ts';
import { Panel } from '../../ui/panel.tsx';
import { Reports } from '../../ui/reports.tsx';
import { WaitingNote } from '../../ui/states.tsx';
import { locale, t } from '../../words/words.ts';
import '../../style/heat.css';
import '../../style/week.css';

const DEPTHS = 6;
/** A Monday. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

const weekday = (day: number): string =>
  new Intl.DateTimeFormat(locale(), { weekday: 'long', timeZone: 'UTC' }).format(MONDAY + day * DAY_MS);

const clock = (hour: number): string =>
  new Intl.DateTimeFormat(locale(), { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' }).format(
    MONDAY + hour * 3_600_000,
  );

export function WeekPanel() {
  const asked = useReport('hours');
  return (
    <Panel
      title={t('The week')}
      note={t(
        'Visits by the hour in which they began, in the time zone of the shop, added up over these days.',
      )}
      csv={asked.csv}
    >
      <Reports of={[asked]} lines={8}>
        {([report]) => (
          <>
            <WeekTable report={report} />
            <WaitingNote report={report} />
          </>
        )}
      </Reports>
    </Panel>
  );
}

function WeekTable({ report }: { readonly report: Report<'hours'> }) {
  const { days, largest, busiest } = weekOf(report.rows);
  const depth = (n: number | null): number => Math.ceil(((n ?? 0) / (largest || 1)) * DEPTHS);
  return (
    <>
      {busiest !== null && (
        <p class="note">
          {t('Busiest: {day}, from {time}, with {n} visits.', {
            day: weekday(Math.floor(busiest.hour / HOURS)),
            time: clock(busiest.hour % HOURS),
            n: formatCount(busiest.n),
          })}
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: wide tables scroll, and by keyboard only with focus */}
      <section class="table-scroll" aria-label={t('The week, table')} tabIndex={0}>
        <table class="week">
          <thead>
            <tr>
              <th scope="col">{t('Day')}</th>
              {Array.from({ length: HOURS }, (_, hour) => (
                <th key={clock(hour)} scope="col" class="week-hour">
                  {hour}
                </th>
              ))}
              <th scope="col" class="number">
                {t('Visits')}
              </th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ day, hours, n }) => (
              <tr key={day}>
                <th scope="row">{weekday(day)}</th>
                {hours.map((visits, hour) => (
                  <td
                    key={hour}
                    class={`week-cell heat-${depth(visits)}`}
                    title={`${weekday(day)} ${clock(hour)}: ${formatCount(visits)}`}
                  >
                    {visits === null ? '' : formatCount(visits)}
                  </td>
                ))}
                <td class="number">{formatCount(n)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
