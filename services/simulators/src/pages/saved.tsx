/** Say what was saved, and what comes of it for the citizen, at the top of the page that comes back. */
export function Saved({ words }: { words: readonly string[] }) {
  const [first, ...rest] = words;
  if (first === undefined) return null;
  return (
    <div class="saved" role="status" id="saved">
      <p>
        <strong>{first}</strong>
      </p>
      {rest.map((sentence) => (
        <p>{sentence}</p>
      ))}
    </div>
  );
}
