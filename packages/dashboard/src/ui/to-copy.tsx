/** Something to take elsewhere: shown whole, and copied on a press. */
import { useState } from 'preact/hooks';
import { t } from '../words/words.ts';

interface ToCopyProps {
  readonly text: string;
  /** What its button says, such as "Copy the link". */
  readonly action: string;
}

export function ToCopy({ text, action }: ToCopyProps) {
  const [copied, setCopied] = useState(false);
  return (
    <>
      <pre class="code">
        <code>{text}</code>
      </pre>
      <button
        type="button"
        class="button"
        onClick={() => {
          navigator.clipboard.writeText(text).then(
            () => setCopied(true),
            () => {
              // Refused by the browser: it is there to be selected.
            },
          );
        }}
      >
        {copied ? t('Copied') : action}
      </button>
    </>
  );
}
