/** What pages are by their paths, and how an address would be counted. */

import type { NameState, Preview, Removal } from '@holloway/protocol';
import { PAGE_TYPES } from '@holloway/protocol';
import { useState } from 'preact/hooks';
import { previewAddress } from '../../api/site-settings.ts';
import { readRouteLines } from '../../model/route-lines.ts';
import { SETTING_NAMES, writeSetting } from '../../model/settings-change.ts';
import { useViewer } from '../../state/viewer.ts';
import { textOf } from '../../ui/form.tsx';
import { Panel } from '../../ui/panel.tsx';
import { LinesSetting, SettingForm, TextSetting } from '../../ui/setting-form.tsx';
import { type Msg, msg, t, tn } from '../../words/words.ts';
import { type PartProps, save } from './save.ts';

export function Routes(props: PartProps) {
  const { settings } = props;
  const { api } = useViewer();
  return (
    <Panel
      title={t('What pages are')}
      note={t(
        'What a page is it says best itself. Where it says nothing its path may: the first template that fits is taken, so put the particular before the general.',
      )}
    >
      <div class="side-by-side">
        <SettingForm
          action={t('Save')}
          onSend={(form) => {
            const routes = readRouteLines(textOf(form, 'routes'));
            const isSame = JSON.stringify(routes) === JSON.stringify(settings.routes);
            return save(api, props, isSame ? {} : { routes });
          }}
        >
          <LinesSetting
            label={t(SETTING_NAMES.routes)}
            name="routes"
            rows={Math.max(6, Math.min(20, settings.routes.length + 2))}
            value={writeSetting(settings, 'routes')}
            hint={t('One a line, such as {example}. Types: {types}.', {
              example: '/c/:top/* = category :top/*',
              types: PAGE_TYPES.join(', '),
            })}
          />
        </SettingForm>
        <PreviewAddress {...props} />
      </div>
    </Panel>
  );
}

function PreviewAddress({ settings, site }: PartProps) {
  const { api } = useViewer();
  const [preview, setPreview] = useState<Preview | null>(null);
  return (
    <div>
      <SettingForm
        action={t('Preview')}
        kind="plain"
        onSend={async (form) => {
          setPreview(null);
          setPreview(await previewAddress(api, site.id, textOf(form, 'url')));
          return [];
        }}
      >
        <TextSetting
          label={t('Address of a page')}
          name="url"
          type="url"
          value={settings.origins[0] ?? ''}
          hint={t(
            'How it would be counted with the templates that are saved, and without what the page says of itself.',
          )}
        />
      </SettingForm>
      {preview !== null && <Told preview={preview} k={settings.k} />}
    </div>
  );
}

/** By what the collector calls them. */
const REMOVED: { readonly [removal in Removal]: Msg } = {
  query: msg('the query'),
  fragment: msg('the fragment'),
  parameters: msg('what stands behind a semicolon'),
  email: msg('an e-mail address became :id'),
  uuid: msg('a UUID became :id'),
  address: msg('a network address became :id'),
  number: msg('a long number became :id'),
  token: msg('what looks like a token became :id'),
  unprintable: msg('a segment with invisible characters became :id'),
  tail: msg('what goes beyond 12 segments or 200 characters'),
};

function nameWords(state: NameState, k: number): string {
  if (state === 'declared') return t('declared');
  if (state === 'admitted') return t('known from visits');
  return tn(
    k,
    'not named until {n} browser sent it in a day, or it is declared',
    'not named until {n} browsers sent it in a day, or it is declared',
  );
}

function Told({ preview, k }: { readonly preview: Preview; readonly k: number }) {
  const { path, label, removed, route, type, category, search, names, isRegistered } = preview;
  const named = (text: string, state: NameState): string => `${text} (${nameWords(state, k)})`;
  const rows: readonly (readonly [string, string])[] = [
    [t('Counted as'), named(label === null ? path : `${path}, ${label}`, names.page)],
    [t('Taken out'), removed.map((each) => t(REMOVED[each])).join(', ') || t('nothing')],
    [t('Template'), route === null ? t('none fits') : `${route.number}. ${route.pattern}`],
    [t('Type'), type],
    [
      t('Category'),
      category === null || names.category === null ? t('none') : named(category, names.category),
    ],
    ...(search === null ? [] : [[t('Searched for'), search] as const]),
    [t('May send'), isRegistered ? t('yes') : t('no: its origin is not among those of the site')],
  ];
  return (
    <dl class="told" aria-label={t('How it would be counted')}>
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
