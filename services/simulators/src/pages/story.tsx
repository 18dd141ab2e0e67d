import { readEntries, readStory } from "./read-story.ts";

/** What the citizen reported, question by question. */
export function Story({ text }: { text: string }) {
  const told = readStory(text);
  return (
    <section class="panel" aria-labelledby="what">
      <h2 id="what">What was reported</h2>
      {told.length === 0 ? <p>Nothing was written.</p> : null}
      <dl class="story">
        {told.map(({ question, answer }) => (
          <div>
            <dt>{question ?? "In their words"}</dt>
            <dd>
              <Answer answer={answer} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Answer({ answer }: { answer: string }) {
  const entries = readEntries(answer);
  if (entries.length === 0) return answer;
  return (
    <ol class="entries">
      {entries.map(({ name, lines }) => (
        <li>
          <strong>{name}</strong>
          {lines.map((line) => (
            <p>{line}</p>
          ))}
        </li>
      ))}
    </ol>
  );
}
