import { SummaryList } from "@guildhall/ui";
import type { Context } from "hono";
import type { ConsoleEnv } from "../../environment.ts";
import { wantsJson } from "../../routes/wants-json.ts";
import type { DraftFrame } from "./draft-frame.ts";
import { DraftPage } from "./draft-page.tsx";

interface Removed {
  /** What was entered, each text with what its field is called. */
  readonly entered: readonly (readonly [name: string, text: string])[];
  /** The list that the part was in. */
  readonly list: { readonly words: string; readonly href: string };
}

/**
 * Answer a form about a part that somebody has removed since it was shown: say so, and give back what was entered.
 *
 * Whoever asks for JSON, as autosave does, is told so and stays on the page with what was typed.
 */
export function answerRemoved(
  c: Context<ConsoleEnv>,
  frame: DraftFrame,
  removed: Removed,
): Response | Promise<Response> {
  if (wantsJson(c)) {
    return c.json({ said: "Not saved. Somebody has removed this meanwhile." }, 409);
  }
  return c.html(<RemovedPage frame={frame} {...removed} />, 409);
}

function RemovedPage({ frame, entered, list }: Removed & { frame: DraftFrame }) {
  const texts = entered.filter(([, text]) => text.trim() !== "");
  return (
    <DraftPage
      frame={frame}
      title="This was removed meanwhile"
      way={[{ content: list.words, href: list.href }]}
    >
      <p class="govuk-body">
        Somebody has taken it out of the draft since you opened it. Nothing of yours is saved.
      </p>
      {texts.length > 0 && (
        <>
          <h2 class="govuk-heading-m">What you entered</h2>
          <p class="govuk-body">Copy from here what you want to use again.</p>
          <SummaryList
            rows={texts.map(([key, text]) => ({
              key,
              value: <span class="builder-lines">{text}</span>,
            }))}
          />
        </>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={list.href}>
          {`Back to all ${list.words.toLowerCase()}`}
        </a>
      </p>
    </DraftPage>
  );
}
