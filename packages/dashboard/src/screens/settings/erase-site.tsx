/** Erasing a site, for which its id has to be typed. */
import { ALL, type SiteSummary } from '@holloway/protocol';
import { eraseSite } from '../../api/site-settings.ts';
import { useViewer } from '../../state/viewer.ts';
import { textOf } from '../../ui/form.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SettingForm, TextSetting } from '../../ui/setting-form.tsx';
import { t } from '../../words/words.ts';

export function EraseSite({ site }: { readonly site: SiteSummary }) {
  const { api, session, location, route } = useViewer();
  return (
    <Panel
      title={t('Erase {site}', { site: site.name })}
      note={t(
        'Its counts, names, settings and statements are deleted for everybody, and cannot be had again.',
      )}
    >
      <SettingForm
        action={t('Erase it for good')}
        kind="danger"
        onSend={async (form) => {
          await eraseSite(api, site.id, textOf(form, 'site'));
          // First away from it: there is no such site any more.
          location.go({ ...route, site: null, slice: ALL, options: {} });
          await session.start();
          return [];
        }}
      >
        <TextSetting label={t('Type {id} to erase it', { id: site.id })} name="site" />
      </SettingForm>
    </Panel>
  );
}
