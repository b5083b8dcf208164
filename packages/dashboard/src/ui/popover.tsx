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
  /**
   * A key that opens it from anywhere, when nothing is being typed; of several, apart by spaces, each goes to what it
   * begins with: `data-begin`.
   */
  readonly shortcut?: string;
  readonly align?: 'start' | 'end';
  readonly children: (close: () => void) => ComponentChildren;
}

export function Popover(props: PopoverProps) {
  const { button, label, title, shortcut, align = 'start', children } = props;
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const id = useId();
  const close = (): void => {
    setOpen(false);
    trigger.current?.focus();
  };
  useEffect(() => {
    const key = trigger.current?.dataset.pressedBy;
    delete trigger.current?.dataset.pressedBy;
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
    const begin = key && panel.current?.querySelector<HTMLElement>(`[data-begin="${key}"]`);
    (begin || panel.current)?.focus();
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
        aria-keyshortcuts={shortcut}
        data-shortcut={shortcut}
        onClick={() => setOpen(!open)}
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
        {open && children(close)}
      </div>
    </div>
  );
}
