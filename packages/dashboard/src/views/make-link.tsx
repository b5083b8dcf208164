/** Makes a link to what is on screen, and shows it this once. */
import { WORKSPACE_LIMITS } from '@holloway/protocol';
import { useId, useState } from 'preact/hooks';
import { addShare, addView, getViews } from '../api/workspace.ts';
import { formatDays } from '../model/format.ts';
import { LINK_DAYS } from '../model/link-words.ts';
import { suggestedName } from '../model/view-name.ts';
import { SCREEN_NAMES } from '../shell/navigation.tsx';
import { appliedSlice } from '../state/applied-slice.ts';
import { writeRoute } from '../state/route.ts';
import { useView } from '../state/view.ts';
import { Field } from '../ui/field.tsx';
import { Form, textOf } from '../ui/form.tsx';
import { ToCopy } from '../ui/to-copy.tsx';
import { t, tn } from '../words/words.ts';

const USUAL_DAYS = 30;

interface MakeLinkProps {
  readonly onMade: () => void;
}

export function MakeLink({ onMade }: MakeLinkProps) {
  const { api, site, route, days } = useView();
  const [made, setMade] = useState<string | null>(null);
  const id = useId();
  if (made !== null) {
    return (
      <div class="made-link">
        <p role="status">{t('Take it now: it cannot be shown again.')}</p>
        <ToCopy text={made} action={t('Copy the link')} />
        <button type="button" class="button" onClick={() => setMade(null)}>
          {t('Make another')}
        </button>
      </div>
    );
  }
  const address = writeRoute(route);
  const name = suggestedName(t(SCREEN_NAMES[route.screen]), { ...route, slice: appliedSlice(route) }, days);
  const moves = 'preset' in route.range;
  const make = async (form: FormData): Promise<void> => {
    const saved = (await getViews(api, site.id)).find((view) => view.address === address);
    const view = saved ?? (await addView(api, site.id, { name, address }));
    const link = await addShare(api, site.id, {
      name: textOf(form, 'name'),
      view: view.id,
      expiresIn: Number(textOf(form, 'expiresIn')),
      days: textOf(form, 'days') === 'fixed' ? { from: days.from, to: days.to } : null,
    });
    setMade(link.url);
    onMade();
  };
  return (
    <Form action={t('Make a link')} names={{ name: t('Name'), expiresIn: t('Good for') }} onSend={make}>
      <p class="why">
        {t(
          'Whoever has the link sees this view without signing in: the reports of this site, and nothing else.',
        )}
      </p>
      <Field
        label={t('Name of the link')}
        name="name"
        autocomplete="off"
        maxLength={WORKSPACE_LIMITS.shareName}
        defaultValue={name.slice(0, WORKSPACE_LIMITS.shareName)}
        hint={t('Whom it is for, to know it again.')}
      />
      <div class="field">
        <label for={id}>{t('Good for')}</label>
        <select id={id} name="expiresIn">
          {LINK_DAYS.map((each) => (
            <option key={each} value={each} selected={each === USUAL_DAYS}>
              {tn(each, '{n} day', '{n} days')}
            </option>
          ))}
        </select>
      </div>
      <fieldset class="options">
        <legend>{t('Shows')}</legend>
        <label>
          <input type="radio" name="days" value="fixed" defaultChecked={!moves} />
          <span>{t('only {days}', { days: formatDays(days.from, days.to) })}</span>
        </label>
        <label>
          <input type="radio" name="days" value="moving" defaultChecked={moves} />
          <span>{t('all days, and moves on with the calendar')}</span>
        </label>
      </fieldset>
    </Form>
  );
}
