import type { Child } from "hono/jsx";
import type { QuestionsPageProps } from "./questions-page.tsx";

/** Who is asked, in words. */
export function Asked({
  sentences,
  when,
  what,
  only,
}: Pick<QuestionsPageProps, "sentences"> & {
  when: string | undefined;
  what?: string;
  only: string;
}) {
  if (when === undefined) return what;
  const sentence = sentences.get(when);
  return sentence === undefined
    ? `${only} “${when}” holds, which is a condition that is gone.`
    : `${only} ${sentence}.`;
}

/** A button that does something to one part; where it cannot, nothing. */
export function Does(props: {
  does: string;
  at: string;
  about: string;
  can?: boolean;
  children: Child;
}) {
  const { does, at, about, can = true, children } = props;
  if (!can) return null;
  return (
    <button class="console-link" type="submit" name="do" value={`${does} ${at}`}>
      {children} <span class="govuk-visually-hidden">{about}</span>
    </button>
  );
}
