/** Saving settings: what every panel of them does. */
import type { SiteSettings, SiteSummary } from '@holloway/protocol';
import type { Api } from '../../api/client.ts';
import { changeSettings, type SettingsChange } from '../../api/site-settings.ts';
import { changeWords } from '../../model/settings-change.ts';
import { t } from '../../words/words.ts';

export interface PartProps {
  readonly site: SiteSummary;
  readonly settings: SiteSettings;
  readonly onSaved: () => void;
}

/** @returns What is said of it: the changes, and where visitors are asked again, that. */
export async function save(
  api: Api,
  { settings, onSaved }: PartProps,
  change: SettingsChange,
  words: (before: SiteSettings, after: SiteSettings) => readonly string[] = changeWords,
): Promise<readonly string[]> {
  if (Object.keys(change).length === 0) return [t('Nothing was changed.')];
  const after = await changeSettings(api, settings.id, change);
  onSaved();
  const asksAgain = t('It changes what visitors agreed to: everybody is asked again.');
  return [...words(settings, after), ...(after.published === null ? [] : [asksAgain])];
}
