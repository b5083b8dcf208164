/** Settings of a site as fields hold them, what of them was changed, and how that is said. Pure. */
import type { SiteSettings } from '@holloway/protocol';
import type { SettingsChange } from '../api/site-settings.ts';
import { type Msg, msg, t } from '../words/words.ts';
import { writeRouteLines } from './route-lines.ts';

/** Those that owners change here. */
export const SETTING_NAMES = {
  name: msg('Name'),
  origins: msg('Origins'),
  timeZone: msg('Time zone'),
  currency: msg('Currency'),
  languages: msg('Languages'),
  k: msg('Browsers behind every number (k)'),
  keepDays: msg('Days that are kept one by one'),
  keepMonths: msg('Months until counts are deleted'),
  routes: msg('Route templates'),
} as const satisfies { readonly [setting in keyof SiteSettings]?: Msg };

export type SettingName = keyof typeof SETTING_NAMES;

const NUMBERS: readonly SettingName[] = ['k', 'keepDays', 'keepMonths'];

/** An item a line, or between commas. */
export const listOf = (text: string): readonly string[] =>
  text
    .split(/[\n,]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');

/** A setting as its field holds it. */
export function writeSetting(settings: SiteSettings, name: SettingName): string {
  if (name === 'routes') return writeRouteLines(settings.routes);
  if (name === 'origins') return settings.origins.join('\n');
  if (name === 'languages') return settings.languages.join(', ');
  return String(settings[name]);
}

function readSetting(
  text: string,
  name: Exclude<SettingName, 'routes'>,
): string | number | null | readonly string[] {
  if (name === 'origins' || name === 'languages') return listOf(text);
  if (!NUMBERS.includes(name)) return text.trim();
  // Nothing, or no number, is for the collector to refuse; JSON has no NaN.
  return text.trim() === '' ? null : Number(text);
}

/** What differs between fields and the settings they were filled from. Routes are their own form. */
export function changedSettings(
  before: SiteSettings,
  fields: { readonly [name in Exclude<SettingName, 'routes'>]?: string },
): SettingsChange {
  const names = Object.keys(fields) as Exclude<SettingName, 'routes'>[];
  return Object.fromEntries(
    names
      .map((name) => [name, readSetting(fields[name] ?? '', name)] as const)
      .filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name])),
  );
}

const said = (text: string): string => (text === '' ? t('none') : text.replaceAll('\n', ', '));

/** A line for each setting that is another by now; one that says so where none is. */
export function changeWords(before: SiteSettings, after: SiteSettings): readonly string[] {
  const names = Object.keys(SETTING_NAMES) as SettingName[];
  const lines = names.flatMap((name) => {
    const [from, to] = [writeSetting(before, name), writeSetting(after, name)];
    if (from === to) return [];
    return [
      t('{setting}: {from} → {to}', { setting: t(SETTING_NAMES[name]), from: said(from), to: said(to) }),
    ];
  });
  return lines.length === 0 ? [t('Nothing was changed.')] : lines;
}
