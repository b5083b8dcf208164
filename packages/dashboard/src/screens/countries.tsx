export function Countries() {
  return <p>Countries</p>;
}
