import type { Child } from "hono/jsx";
import { componentWordsHere } from "./component-words.ts";
import { Heading } from "./components/heading.tsx";
import type { Optional } from "./parts.ts";
import { sayTime } from "./say-time.ts";

/** Something that happened, in the citizen's words. `at` is an ISO 8601 instant. */
export type TimelineEntryProps = { title: string; at: string } & Optional<{
  by: string;
  text: Child;
}>;

export type TimelineProps = { entries: readonly TimelineEntryProps[] } & Optional<{
  headingLevel: number;
  lang: string;
  /** The word before who did it. */
  byText: string;
}>;

/** Tell what happened, the newest first, each with who did it and when. */
export function Timeline({ entries, headingLevel = 3, lang, byText }: TimelineProps) {
  const words = componentWordsHere();
  return (
    <ol class="guildhall-timeline">
      {entries.map((entry) => (
        <li class="guildhall-timeline__item">
          <Heading level={headingLevel} class="guildhall-timeline__title">
            {entry.title}
          </Heading>
          <p class="guildhall-timeline__byline">
            <time datetime={entry.at}>{sayTime(entry.at, lang)}</time>
            {entry.by && ` ${byText ?? words.by} ${entry.by}`}
          </p>
          {entry.text && <div class="guildhall-timeline__text">{entry.text}</div>}
        </li>
      ))}
    </ol>
  );
}
