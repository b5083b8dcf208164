/** Saves what is on screen under a name, and lists what was saved: all who may read the site share it. */
import { type View, WORKSPACE_LIMITS } from '@holloway/protocol';
import { useState } from 'preact/hooks';
import { addView, getViews, removeView, renameView } from '../api/workspace.ts';
import { formatDays } from '../model/format.ts';
import { suggestedName } from '../model/view-name.ts';
import { SCREEN_NAMES } from '../shell/navigation.tsx';
import { useAnswer } from '../state/answer.ts';
import { appliedSlice } from '../state/applied-slice.ts';
import { writeRoute } from '../state/route.ts';
import { useView } from '../state/view.ts';
import { useMay } from '../state/viewer.ts';
import { Field } from '../ui/field.tsx';
import { Form, textOf } from '../ui/form.tsx';
import { Ready } from '../ui/ready.tsx';
import { Row, Rows } from '../ui/rows.tsx';
import { Sure } from '../ui/sure.tsx';
import { t } from '../words/words.ts';

interface SavedViewsProps {
  readonly onOpen: () => void;
}

export const SavedViews = ({ onOpen }: SavedViewsProps) =>
  useMay('read') ? (
    <Kept onOpen={onOpen} />
  ) : (
    <p class="why">
      {t(
        'Views are kept by those who read the reports of this site, and your role does not. An owner decides that.',
      )}
    </p>
  );

function Kept({ onOpen }: SavedViewsProps) {
  const { api, site, route, days } = useView();
  const asked = useAnswer(`views ${site.id}`, () => getViews(api, site.id));
  const [saved, setSaved] = useState<string | null>(null);
  const address = writeRoute(route);
  const name = suggestedName(t(SCREEN_NAMES[route.screen]), { ...route, slice: appliedSlice(route) }, days);
  return (
    <>
      <Form
        key={address}
        action={t('Save')}
        names={{ name: t('Name') }}
        onSend={async (form) => {
          const view = await addView(api, site.id, { name: textOf(form, 'name'), address });
          setSaved(view.name);
          asked.retry();
        }}
      >
        <Field
          label={t('Name of this view')}
          name="name"
          autocomplete="off"
          maxLength={WORKSPACE_LIMITS.viewName}
          defaultValue={name}
          hint={t('The screen with its days, slice and choices. All who may read this site see it.')}
        />
      </Form>
      <p class="note" role="status">
        {saved !== null && t('Saved as “{name}”.', { name: saved })}
      </p>
      <Ready of={asked} lines={3}>
        {(views) =>
          views.length === 0 ? (
            <p class="note">{t('No view of this site is saved yet.')}</p>
          ) : (
            <Rows label={t('Saved views')}>
              {views.map((view) => (
                <Saved
                  key={view.id}
                  view={view}
                  isShown={view.address === address}
                  onOpen={onOpen}
                  onChange={asked.retry}
                />
              ))}
            </Rows>
          )
        }
      </Ready>
    </>
  );
}

interface SavedProps {
  readonly view: View;
  readonly isShown: boolean;
  readonly onOpen: () => void;
  readonly onChange: () => void;
}

function Saved({ view, isShown, onOpen, onChange }: SavedProps) {
  const { api, site } = useView();
  const [renames, setRenames] = useState(false);
  const made = formatDays(view.made, view.made);
  if (renames) {
    return (
      <li>
        <Form
          action={t('Rename')}
          names={{ name: t('Name') }}
          onSend={async (form) => {
            await renameView(api, site.id, view.id, textOf(form, 'name'));
            setRenames(false);
            onChange();
          }}
          more={
            <button type="button" class="button" onClick={() => setRenames(false)}>
              {t('Cancel')}
            </button>
          }
        >
          <Field
            label={t('New name')}
            name="name"
            autocomplete="off"
            maxLength={WORKSPACE_LIMITS.viewName}
            defaultValue={view.name}
            autofocus
          />
        </Form>
      </li>
    );
  }
  return (
    <Row
      title={
        <a href={view.address} aria-current={isShown ? 'page' : undefined} onClick={onOpen}>
          {view.name}
        </a>
      }
      detail={view.by === null ? made : t('by {name}, {day}', { name: view.by, day: made })}
    >
      <div class="row-tools">
        <button
          type="button"
          class="button"
          aria-label={t('Rename {name}', { name: view.name })}
          onClick={() => setRenames(true)}
        >
          {t('Rename')}
        </button>
        <Sure
          action={t('Delete')}
          question={t('“{name}” is gone for everybody. Links to it go on showing it.', { name: view.name })}
          onSure={async () => {
            await removeView(api, site.id, view.id);
            onChange();
          }}
        />
      </div>
    </Row>
  );
}
