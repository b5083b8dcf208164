/** Something to take elsewhere: shown whole, and copied on a press. */
import { useState } from 'preact/hooks';

interface ToCopyProps {
  readonly text: string;
  /** Such as "the link". */
  readonly what: string;
}

export function ToCopy({ text, what }: ToCopyProps) {
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
        {copied ? 'Copied' : `Copy ${what}`}
      </button>
    </>
  );
}
