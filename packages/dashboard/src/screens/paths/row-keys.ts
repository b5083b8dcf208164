/** Arrow keys in the columns: up and down between rows, left and right between columns. */
const ROWS = 'button.path-row';

export function moveBetweenRows(event: KeyboardEvent): void {
  const { target } = event;
  if (!(target instanceof HTMLElement) || !target.matches(ROWS)) return;
  const next = neighbour(target, event.key);
  if (next === null) return;
  event.preventDefault();
  next.focus();
}

function neighbour(row: HTMLElement, key: string): HTMLElement | null {
  const column = row.closest('[data-column]');
  if (column === null) return null;
  const rows = [...column.querySelectorAll<HTMLElement>(ROWS)];
  const at = rows.indexOf(row);
  switch (key) {
    case 'ArrowDown':
      return rows[at + 1] ?? null;
    case 'ArrowUp':
      return rows[at - 1] ?? null;
    case 'Home':
      return rows[0] ?? null;
    case 'End':
      return rows.at(-1) ?? null;
    case 'ArrowRight':
      return entranceOf(column.nextElementSibling);
    case 'ArrowLeft':
      return entranceOf(column.previousElementSibling);
    default:
      return null;
  }
}

/** The row that was followed, else the first. */
const entranceOf = (column: Element | null): HTMLElement | null =>
  column?.querySelector<HTMLElement>(`${ROWS}[aria-pressed=true]`) ??
  column?.querySelector<HTMLElement>(ROWS) ??
  null;
