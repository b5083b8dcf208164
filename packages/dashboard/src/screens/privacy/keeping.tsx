/** What has to stand behind a number, and how long it is kept: the settings in force, each with where it comes from. */
import type { Transparency } from '../../api/privacy.ts';
import { formatCount, formatDay } from '../../model/format.ts';
import { writeRoute } from '../../state/route.ts';
import { useView } from '../../state/view.ts';
import { useMay } from '../../state/viewer.ts';
import { type FigureProps, Figures } from '../../ui/figures.tsx';
import { Panel } from '../../ui/panel.tsx';
import { tx } from '../../words/parts.ts';
import { t } from '../../words/words.ts';

/** @param transparency `null` of an archive, and where nothing is published: then nothing is deleted by itself. */
export function Keeping({ transparency }: { readonly transparency: Transparency | null }) {
  const { site } = useView();
  return (
    <Panel title={t('What is kept, and for how long')}>
      <div class="privacy-words">
        <Figures of={figuresOf(site, transparency)} />
        <p>
          {site.k === 1
            ? t('Of a test site it is always 1, so that you see your own clicks.')
            : t('A count shows once {k} browsers stand behind it. Until then it waits; it is never lost.', {
                k: site.k,
              })}{' '}
          {t(
            'One browser counts once in 28 days, so that a loyal visitor is never a crowd. What waited longer than 28 days is kept without its name.',
          )}
        </p>
        <ToSettings />
      </div>
    </Panel>
  );
}

function figuresOf(
  { k, firstDay }: ReturnType<typeof useView>['site'],
  transparency: Transparency | null,
): FigureProps[] {
  const setting = t('as published for visitors');
  return [
    { name: t('k: browsers behind a number'), value: formatCount(k), note: t('setting of the site') },
    {
      name: t('Oldest day'),
      value: firstDay === null ? '–' : formatDay(firstDay),
      note: t('first day with a number that is told'),
    },
    ...(transparency === null
      ? []
      : [
          { name: t('Days told one by one'), value: formatCount(transparency.retention.days), note: setting },
          {
            name: t('Months until deletion'),
            value: formatCount(transparency.retention.months),
            note: setting,
          },
        ]),
  ];
}

function ToSettings() {
  const { route } = useView();
  if (!useMay('settings')) return null;
  return (
    <p class="note">
      {tx('To change this, or to erase the site: {link}. {export} takes it elsewhere.', {
        link: <a href={writeRoute({ ...route, screen: 'settings', options: {} })}>{t('Settings')}</a>,
        export: <code>holloway export</code>,
      })}
    </p>
  );
}
