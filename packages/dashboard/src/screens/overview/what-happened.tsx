/** What happened in the days of a chart, as a list: written by people, who may change it, or known to the collector. */
import { type Annotation, type Day, type Note, WORKSPACE_LIMITS } from '@holloway/protocol';
import { useState } from 'preact/hooks';
import { addNote, changeNote, removeNote } from '../../api/workspace.ts';
import { annotationWords, HAPPENED, type Shown, shownOf } from '../../model/annotations.ts';
import { annotationsCsv } from '../../model/annotations-csv.ts';
import { formatDay, formatDays } from '../../model/format.ts';
import type { Answer } from '../../state/answer.ts';
import '../../style/staff.css';
import { useView } from '../../state/view.ts';
import { Field } from '../../ui/field.tsx';
import { Form, textOf } from '../../ui/form.tsx';
import { Ready } from '../../ui/ready.tsx';
import { Row, Rows } from '../../ui/rows.tsx';
import { SaveCsv } from '../../ui/save-csv.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Sure } from '../../ui/sure.tsx';
import { type Msg, msg, t } from '../../words/words.ts';

interface WhatHappenedProps {
  readonly asked: Answer<readonly Annotation[]>;
  /** The one that is looked at in the chart. */
  readonly day: Day;
  readonly shown: Shown;
  readonly onShow: (shown: Shown) => void;
}

const SHOWN_NAMES: { readonly [shown in Shown]: Msg } = {
  all: msg('All that happened'),
  notes: msg('Notes alone'),
};

export function WhatHappened({ asked, day, shown, onShow }: WhatHappenedProps) {
  const { api, site } = useView();
  const [adds, setAdds] = useState(false);
  return (
    <>
      <Ready of={asked} lines={2}>
        {(known) => {
          const annotations = shownOf(known, shown);
          return (
            <>
              {known.some(({ kind }) => kind !== 'note') && (
                <Segmented
                  label={t('Which of it')}
                  value={shown}
                  choices={HAPPENED.map((one) => [one, t(SHOWN_NAMES[one])] as const)}
                  onChoose={onShow}
                />
              )}
              {annotations.length === 0 ? (
                <p class="note">{t('Nothing is noted of these days yet.')}</p>
              ) : (
                <Rows label={t('What happened in these days')}>
                  {annotations.map((each, place) =>
                    each.kind === 'note' ? (
                      <Written key={each.id} note={each} onChange={asked.retry} />
                    ) : (
                      <Row
                        key={`${each.kind} ${place}`}
                        title={annotationWords(each)}
                        detail={t('{day}, noted by Holloway', {
                          day:
                            each.kind === 'layout' ? formatDays(each.day, each.through) : formatDay(each.day),
                        })}
                      />
                    ),
                  )}
                </Rows>
              )}
              {annotations.length > 0 && (
                <SaveCsv
                  title={t('What happened in these days')}
                  name="annotations"
                  text={() => annotationsCsv(annotations)}
                />
              )}
            </>
          );
        }}
      </Ready>
      {adds ? (
        <NoteForm
          key={day}
          action={t('Add the note')}
          day={day}
          onDone={() => setAdds(false)}
          onSend={async (note) => {
            await addNote(api, site.id, note);
            asked.retry();
          }}
        />
      ) : (
        <button type="button" class="button" onClick={() => setAdds(true)}>
          {t('Add a note')}
        </button>
      )}
    </>
  );
}

interface WrittenProps {
  readonly note: Note;
  readonly onChange: () => void;
}

function Written({ note, onChange }: WrittenProps) {
  const { api, site } = useView();
  const [changes, setChanges] = useState(false);
  const day = formatDay(note.day);
  if (changes) {
    return (
      <li>
        <NoteForm
          action={t('Keep')}
          day={note.day}
          text={note.text}
          onDone={() => setChanges(false)}
          onSend={async (next) => {
            await changeNote(api, site.id, note.id, next);
            onChange();
          }}
        />
      </li>
    );
  }
  return (
    <Row
      title={note.text}
      detail={note.by === null ? day : t('{day}, noted by {name}', { day, name: note.by })}
    >
      <div class="form-foot">
        <button
          type="button"
          class="button"
          aria-label={t('Change “{text}”', { text: note.text })}
          onClick={() => setChanges(true)}
        >
          {t('Change')}
        </button>
        <Sure
          action={t('Delete')}
          question={t('This note is gone for everybody.')}
          onSure={async () => {
            await removeNote(api, site.id, note.id);
            onChange();
          }}
        />
      </div>
    </Row>
  );
}

interface NoteFormProps {
  readonly action: string;
  readonly day: Day;
  readonly text?: string;
  readonly onSend: (note: Pick<Note, 'day' | 'text'>) => Promise<void>;
  readonly onDone: () => void;
}

const NoteForm = ({ action, day, text = '', onSend, onDone }: NoteFormProps) => (
  <Form
    action={action}
    names={{ day: t('Day'), text: t('What happened') }}
    onSend={async (form) => {
      await onSend({ day: textOf(form, 'day'), text: textOf(form, 'text') });
      onDone();
    }}
    more={
      <button type="button" class="button" onClick={onDone}>
        {t('Cancel')}
      </button>
    }
  >
    <Field label={t('Day')} name="day" type="date" autocomplete="off" defaultValue={day} />
    <Field
      label={t('What happened')}
      name="text"
      autocomplete="off"
      maxLength={WORKSPACE_LIMITS.text}
      defaultValue={text}
      hint={t('All who may read this site see it.')}
      autofocus
    />
  </Form>
);
