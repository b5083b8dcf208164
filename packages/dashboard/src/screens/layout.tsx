export function Layout() {
  return <p>Layout</p>;
}
