/** Adding a site leads to its settings, where the line to paste stands. */
import { ALL } from '@holloway/protocol';
import { addSite } from '../../api/site-settings.ts';
import { listOf } from '../../model/settings-change.ts';
import { useViewer } from '../../state/viewer.ts';
import { textOf } from '../../ui/form.tsx';
import { Panel } from '../../ui/panel.tsx';
import { LinesSetting, SettingForm, TextSetting } from '../../ui/setting-form.tsx';
import { t } from '../../words/words.ts';

export function AddSite() {
  const { api, session, location, route } = useViewer();
  return (
    <Panel title={t('Add a site')} note={t('It asks its visitors as soon as the line is in its pages.')}>
      <SettingForm
        action={t('Add it')}
        kind="plain"
        onSend={async (form) => {
          const [id, name] = [textOf(form, 'id'), textOf(form, 'name')];
          const origins = listOf(textOf(form, 'origins'));
          await addSite(api, { id, origins, ...(name === '' ? {} : { name }) });
          await session.start();
          location.go({ ...route, site: id, slice: ALL, options: {} });
          return [t('{site} was added.', { site: id })];
        }}
      >
        <TextSetting
          label={t('Id')}
          name="id"
          hint={t('1 to 63 lower-case letters, digits or hyphens; it never changes.')}
        />
        <TextSetting label={t('Name (optional)')} name="name" />
        <LinesSetting
          label={t('Origins of its pages')}
          name="origins"
          rows={2}
          hint={t('Of the pages that may send, one a line, such as https://shop.example.com')}
        />
      </SettingForm>
    </Panel>
  );
}
