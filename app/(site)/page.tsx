export default function Front() {
  return <h1>Masthead</h1>;
}
