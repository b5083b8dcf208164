/** The way to what visitors state, which has a screen of its own. */
import { screenLink } from '../../shell/navigation.tsx';
import { useView } from '../../state/view.ts';
import { tx } from '../../words/parts.ts';
import { t } from '../../words/words.ts';

export function PreferencesLink() {
  const { route } = useView();
  return (
    <p class="note">
      {tx('What visitors state of their own will, such as a favourite colour: {link}.', {
        link: <a href={screenLink(route, 'preferences')}>{t('Preferences')}</a>,
      })}
    </p>
  );
}
