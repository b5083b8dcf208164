/** What we put into the page ourselves: the control, the banner, the privacy centre, the overlay. None of it is observed. */
const OURS = '#holloway-control,#holloway-ui,[data-holloway-debug]';

export const isOurs = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(OURS) !== null;
