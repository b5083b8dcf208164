export function Categories() {
  return <p>Categories</p>;
}
