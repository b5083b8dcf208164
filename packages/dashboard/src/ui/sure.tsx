/** A button for what cannot be undone: asks once more, in its place, before it does it. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../words/words.ts';
import { Form } from './form.tsx';

interface SureProps {
  readonly action: string;
  /** What will happen. */
  readonly question: string;
  readonly onSure: () => Promise<void>;
}

export function Sure({ action, question, onSure }: SureProps) {
  const [asked, setAsked] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (asked) box.current?.focus();
  }, [asked]);
  if (!asked) {
    return (
      <button type="button" class="button" onClick={() => setAsked(true)}>
        {action}
      </button>
    );
  }
  const keep = (
    <button type="button" class="button" onClick={() => setAsked(false)}>
      {t('Cancel')}
    </button>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: not a set of fields
    <div class="sure" ref={box} role="group" tabIndex={-1} aria-label={question}>
      <p>{question}</p>
      <Form action={action} kind="danger" onSend={onSure} more={keep} />
    </div>
  );
}
