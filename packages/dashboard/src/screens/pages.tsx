export function Pages() {
  return <p>Pages</p>;
}
