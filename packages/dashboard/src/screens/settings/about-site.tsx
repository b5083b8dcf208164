/** What a site is called, where its pages are, and in which time, money and languages it lives. */
import {
  changedSettings,
  SETTING_NAMES,
  type SettingName,
  writeSetting,
} from '../../model/settings-change.ts';
import { useViewer } from '../../state/viewer.ts';
import { textOf } from '../../ui/form.tsx';
import { Panel } from '../../ui/panel.tsx';
import { LinesSetting, SettingForm, TextSetting } from '../../ui/setting-form.tsx';
import { type Msg, msg, t } from '../../words/words.ts';
import { type PartProps, save } from './save.ts';

const HINTS = {
  timeZone: msg('A day is a day there, such as Europe/Berlin.'),
  currency: msg('What positions earn is counted in it, such as EUR.'),
  languages: msg('In which visitors are asked, the first for all others: en, de, fr …'),
} as const satisfies { readonly [setting in SettingName]?: Msg };

const CHOICES = { timeZone: 'timeZone', currency: 'currency' } as const;

export function AboutSite(props: PartProps) {
  const { settings, site } = props;
  const { api } = useViewer();
  const isArchive = site.kind === 'archive';
  return (
    <Panel title={t('The site')} note={t('Its id is {id}, and never changes.', { id: site.id })}>
      <SettingForm
        action={t('Save')}
        onSend={(form) =>
          save(
            api,
            props,
            changedSettings(settings, {
              name: textOf(form, 'name'),
              origins: textOf(form, 'origins'),
              timeZone: textOf(form, 'timeZone'),
              currency: textOf(form, 'currency'),
              ...(isArchive ? {} : { languages: textOf(form, 'languages') }),
            }),
          )
        }
      >
        <TextSetting label={t(SETTING_NAMES.name)} name="name" value={settings.name} />
        <LinesSetting
          label={t(SETTING_NAMES.origins)}
          name="origins"
          rows={Math.min(6, settings.origins.length + 1)}
          value={writeSetting(settings, 'origins')}
          hint={t('Of the pages that may send, one a line, such as https://shop.example.com')}
        />
        {(['timeZone', 'currency'] as const).map((name) => (
          <TextSetting
            key={name}
            label={t(SETTING_NAMES[name])}
            name={name}
            value={settings[name]}
            list={`choices-${name}`}
            hint={t(HINTS[name])}
          />
        ))}
        {!isArchive && (
          <TextSetting
            label={t(SETTING_NAMES.languages)}
            name="languages"
            value={writeSetting(settings, 'languages')}
            hint={t(HINTS.languages)}
          />
        )}
        {Object.entries(CHOICES).map(([name, key]) => (
          <datalist key={name} id={`choices-${name}`}>
            {Intl.supportedValuesOf(key).map((value) => (
              <option key={value} value={value} />
            ))}
          </datalist>
        ))}
      </SettingForm>
    </Panel>
  );
}
