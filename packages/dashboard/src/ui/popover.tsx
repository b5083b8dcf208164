/** A button and the panel it opens. Closes on Escape, on a press outside, and when focus leaves it. */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';

interface PopoverProps {
  /** What the button shows. */
  readonly button: ComponentChildren;
  /** What the button is called where its content does not say. */
  readonly label?: string;
  readonly title: string;
  readonly class?: string;
  /** A key that opens it from anywhere, when nothing is being typed; of several, each. */
  readonly shortcut?: string;
  readonly align?: 'start' | 'end';
  /** `key`: the one that opened it; `undefined` where none did. */
  readonly children: (close: () => void, key: string | undefined) => ComponentChildren;
}

export function Popover(props: PopoverProps) {
  const { button, label, title, shortcut, align = 'start', children } = props;
  const [open, setOpen] = useState(false);
  const key = useRef<string | undefined>(undefined);
  const root = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const id = useId();
  const close = (): void => {
    setOpen(false);
    trigger.current?.focus();
  };
  useEffect(() => {
    if (!open) return;
    const outside = (event: Event): void => {
      if (event.target instanceof Node && root.current?.contains(event.target) === false) setOpen(false);
    };
    const leave = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      trigger.current?.focus();
    };
    document.addEventListener('keydown', leave);
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    // What stands in it may have gone on to a part of itself.
    if (panel.current?.contains(document.activeElement) === false) panel.current.focus();
    return () => {
      document.removeEventListener('keydown', leave);
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
    };
  }, [open]);
  return (
    <div class={`popover ${props.class ?? ''}`} ref={root}>
      <button
        type="button"
        class="popover-button"
        ref={trigger}
        aria-expanded={open}
        aria-controls={id}
        aria-label={label}
        aria-keyshortcuts={shortcut === undefined ? undefined : [...shortcut].join(' ')}
        data-shortcut={shortcut}
        onClick={({ currentTarget: { dataset } }) => {
          key.current = dataset.pressedBy;
          delete dataset.pressedBy;
          setOpen(!open);
        }}
      >
        {button}
      </button>
      <div
        class={`popover-panel to-${align}`}
        id={id}
        ref={panel}
        role="dialog"
        aria-label={title}
        tabIndex={-1}
        hidden={!open}
      >
        {open && children(close, key.current)}
      </div>
    </div>
  );
}
