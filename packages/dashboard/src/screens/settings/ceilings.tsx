/** How many names of each kind there may be: for those who know why. */

import type { SiteSettings } from '@holloway/protocol';
import { TERM_KINDS, type TermKind } from '@holloway/protocol';
import { formatCount } from '../../model/format.ts';
import { useViewer } from '../../state/viewer.ts';
import { textOf } from '../../ui/form.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SettingForm, TextSetting } from '../../ui/setting-form.tsx';
import { t } from '../../words/words.ts';
import { KIND_NAMES } from './kind-names.ts';
import { type PartProps, save } from './save.ts';

const changesOf = (before: SiteSettings, after: SiteSettings): readonly string[] =>
  TERM_KINDS.filter((kind) => before.ceilings[kind] !== after.ceilings[kind]).map((kind) =>
    t('{setting}: {from} → {to}', {
      setting: t(KIND_NAMES[kind]),
      from: formatCount(before.ceilings[kind]),
      to: formatCount(after.ceilings[kind]),
    }),
  );

export function Ceilings(props: PartProps) {
  const { settings } = props;
  const { api } = useViewer();
  const changed = (form: FormData): { readonly [kind in TermKind]?: number | null } =>
    Object.fromEntries(
      TERM_KINDS.map((kind) => {
        const text = textOf(form, `ceilings.${kind}`);
        return [kind, text === '' ? null : Number(text)] as const;
      }).filter(([kind, ceiling]) => ceiling !== settings.ceilings[kind]),
    );
  return (
    <Panel
      title={t('Ceilings')}
      note={t('Nothing that browsers send grows without end: beyond its ceiling a name is counted as other.')}
    >
      <details class="more-of">
        <summary>{t('Change them (advanced)')}</summary>
        <SettingForm
          action={t('Save')}
          kind="plain"
          onSend={(form) => {
            const ceilings = changed(form);
            return save(api, props, Object.keys(ceilings).length === 0 ? {} : { ceilings }, changesOf);
          }}
        >
          <p class="note">
            {t('Left empty, it is the default; 0 names nothing of the kind. A lower one takes no name away.')}
          </p>
          <div class="field-grid">
            {TERM_KINDS.map((kind) => (
              <TextSetting
                key={kind}
                label={t(KIND_NAMES[kind])}
                name={`ceilings.${kind}`}
                type="number"
                value={settings.ceilings[kind]}
              />
            ))}
          </div>
        </SettingForm>
      </details>
    </Panel>
  );
}
