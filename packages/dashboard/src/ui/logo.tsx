/** The mark: a lane worn deep between two banks. */
export const Logo = () => (
  <svg class="logo" viewBox="0 0 32 32" aria-hidden="true">
    <path class="logo-sky" d="M0 8a8 8 0 0 1 8-8h16a8 8 0 0 1 8 8v16a8 8 0 0 1-8 8H8a8 8 0 0 1-8-8z" />
    <path
      class="logo-lane"
      d="M16.5 9c-1.5 3.5 2 5.5 1 9.5S11 25 9.5 32h15c1-6-3-8.5-2.5-13.5.4-4-4-5.5-5.5-9.5z"
    />
    <path class="logo-bank" d="M0 14c7-1 13-3 16.5-5-1 3.5 1.5 6 .5 9.5S11 25 9.5 32H8a8 8 0 0 1-8-8z" />
    <path
      class="logo-bank"
      d="M32 15.5c-6-.5-12-3-15.5-6.5 1.5 4 5.9 5.5 5.5 9.5-.5 5 3.5 7.5 2.5 13.5a8 8 0 0 0 7.5-8z"
    />
  </svg>
);
