/** How many browsers stand behind every number, and how long counts are kept. */
import { changedSettings, SETTING_NAMES } from '../../model/settings-change.ts';
import { useViewer } from '../../state/viewer.ts';
import { textOf } from '../../ui/form.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SettingForm, TextSetting } from '../../ui/setting-form.tsx';
import { t } from '../../words/words.ts';
import { type PartProps, save } from './save.ts';

export function Keeping(props: PartProps) {
  const { settings, site } = props;
  const { api } = useViewer();
  const isTest = site.kind === 'test';
  return (
    <Panel
      title={t('What is promised to visitors')}
      note={t('A change of it changes what they agreed to: everybody is asked again.')}
    >
      <SettingForm
        action={t('Save')}
        onSend={(form) =>
          save(
            api,
            props,
            changedSettings(settings, {
              ...(isTest ? {} : { k: textOf(form, 'k') }),
              keepDays: textOf(form, 'keepDays'),
              keepMonths: textOf(form, 'keepMonths'),
            }),
          )
        }
      >
        <TextSetting
          label={t(SETTING_NAMES.k)}
          name="k"
          type="number"
          value={settings.k}
          readOnly={isTest}
          hint={
            isTest
              ? t('Of a test site it is always 1, so that you see your own clicks.')
              : t(
                  'What fewer browsers did waits, and no report tells of it. The higher, the less is told of small shops, and the safer everybody is; never below 3.',
                )
          }
        />
        <TextSetting
          label={t(SETTING_NAMES.keepDays)}
          name="keepDays"
          type="number"
          value={settings.keepDays}
          hint={t('28 to 400; older ones are added up by month.')}
        />
        <TextSetting
          label={t(SETTING_NAMES.keepMonths)}
          name="keepMonths"
          type="number"
          value={settings.keepMonths}
          hint={t('1 to 25, and never more than visitors were promised before.')}
        />
      </SettingForm>
    </Panel>
  );
}
