const places = [
  ["what", "What was reported"],
  ["citizen", "What the citizen reads"],
  ["change", "What you can do"],
  ["history", "History"],
] as const;

/** Links to the parts of a long page, where it has one column. */
export function Jump({ hasCitizen }: { hasCitizen: boolean }) {
  return (
    <nav class="jump" aria-label="On this page">
      {places
        .filter(([id]) => hasCitizen || id !== "citizen")
        .map(([id, text]) => (
          <a href={`#${id}`}>{text}</a>
        ))}
    </nav>
  );
}
