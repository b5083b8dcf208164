/** Draws a QR code, dark on light whatever the theme: not every reader takes it the other way around. */
import { qrCode } from '../../model/qr-code.ts';

/** The margin that readers ask for. */
const MARGIN = 4;

export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const squares = qrCode(text);
  if (squares === null) return null;
  const dark = squares.flatMap((row, y) =>
    row.flatMap((square, x) => (square === 1 ? `M${x} ${y}h1v1h-1z` : [])),
  );
  const size = squares.length + 2 * MARGIN;
  return (
    <svg
      class="qr-code"
      role="img"
      aria-label={label}
      viewBox={`${-MARGIN} ${-MARGIN} ${size} ${size}`}
      shape-rendering="crispEdges"
    >
      <path d={dark.join('')} />
    </svg>
  );
}
