// The least that Remix makes of a page: no access, no loader, no shell.
export default function Empty() {
  return <h1>Bench</h1>
}
